import type { ErrorCode } from "@outlay/shared";
import type { ApiAnswer } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";

const openCodes = new Set<ErrorCode>(["internal", "unexpected_answer", "unreachable"]);

/** The error to a change, which says so where its answer leaves open whether the change was made. */
export function perhapsDone(error: unknown, { status }: ApiAnswer, look: string): unknown {
  const isRefused = status >= 300 && status < 500;
  if (!(error instanceof CliError) || isRefused || !openCodes.has(error.code)) return error;
  const { code, message, hint, cause } = error;
  const open = `It may have been done all the same. ${look}`;
  return new CliError(code, message, {
    hint: hint === undefined ? open : `${hint} ${open}`,
    cause,
  });
}
