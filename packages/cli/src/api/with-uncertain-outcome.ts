import type { ErrorCode } from "@outlay/shared";
import { type ApiAnswer, mayHaveArrived } from "../backend/backend.ts";
import { CliError } from "../errors/cli-error.ts";

const openCodes = new Set<ErrorCode>(["internal", "unexpected_answer", "unreachable"]);

/** Thrown when the answer to a change does not show whether the change was made. */
class UncertainOutcome extends CliError {}

/** Whether an error leaves it open that a change was made. */
export const isUncertain = (error: unknown): boolean =>
  error instanceof UncertainOutcome || mayHaveArrived(error);

/** The error for a failed change, which says so if the change may have been made. */
export function withUncertainOutcome(error: unknown, { status }: ApiAnswer, look: string): unknown {
  const isRefused = status >= 300 && status < 500;
  if (!(error instanceof CliError) || isRefused || !openCodes.has(error.code)) return error;
  const { code, message, hint, cause } = error;
  const open = `The change may have been made anyway. ${look}`;
  return new UncertainOutcome(code, message, {
    hint: hint === undefined ? open : `${hint} ${open}`,
    cause,
  });
}
