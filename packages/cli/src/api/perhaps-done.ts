import type { ErrorCode } from "@outlay/shared";
import { type ApiAnswer, mayHaveArrived } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";

const openCodes = new Set<ErrorCode>(["internal", "unexpected_answer", "unreachable"]);

/** A change was answered in a way that leaves open whether it was made. */
class PerhapsDone extends CliError {}

/** Whether the error to a change leaves open that it was made. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof PerhapsDone || mayHaveArrived(error);

/** The error to a change, which says so where its answer leaves open whether the change was made. */
export function perhapsDone(error: unknown, { status }: ApiAnswer, look: string): unknown {
  const isRefused = status >= 300 && status < 500;
  if (!(error instanceof CliError) || isRefused || !openCodes.has(error.code)) return error;
  const { code, message, hint, cause } = error;
  const open = `It may have been done all the same. ${look}`;
  return new PerhapsDone(code, message, {
    hint: hint === undefined ? open : `${hint} ${open}`,
    cause,
  });
}
