import { errorCode } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

/** Error codes of a disk that nobody can write to, for reasons other than missing rights. */
const codes = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);

export const isUnwritable = (error: unknown): boolean =>
  error instanceof CliError && codes.has(errorCode(error.cause) ?? "");

/**
 * Ignores such an error where storing is optional: on a full or read-only disk, a command that only reads
 * still works.
 */
export function unlessUnwritable(error: unknown): void {
  if (!isUnwritable(error)) throw error;
}
