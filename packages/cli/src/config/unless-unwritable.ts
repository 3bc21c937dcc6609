import { errorCode } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

/** How a disk says that nobody can write to it, which is not for want of rights. */
const codes = new Set(["ENOSPC", "EDQUOT", "EFBIG", "EROFS"]);

export const isUnwritable = (error: unknown): boolean =>
  error instanceof CliError && codes.has(errorCode(error.cause) ?? "");

/** For what need not be kept where the disk is full or can only be read: a command that only reads goes on. */
export function unlessUnwritable(error: unknown): void {
  if (!isUnwritable(error)) throw error;
}
