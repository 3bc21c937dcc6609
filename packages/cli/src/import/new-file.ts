/** Files that the user asks for: nothing that is there is ever replaced. */
import { constants } from "node:fs";
import { access, type FileHandle, lstat, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode, unlessMissing, writePrivateFile } from "@outlay/files";
import { CliError, usageError } from "../errors/cli-error.ts";

/** A path that an option names, and what is to be written there: "the plan". */
export interface NewFile {
  path: string;
  what: string;
}

const isThere = ({ path, what }: NewFile) =>
  usageError(`${path} is there already.`, `Remove it, or name another file for ${what}.`);

const cantBeMade = ({ path, what }: NewFile, why: string) =>
  usageError(`${path} can't be made: ${why}.`, `Name another file for ${what}.`);

const reasons: Record<string, string> = {
  ENOENT: "there is no such folder",
  ENOTDIR: "what should be its folder is none",
  EACCES: "its folder may not be written in",
  EROFS: "its folder may not be written in",
};

const reasonOf = (error: unknown): string => {
  const code = errorCode(error) ?? String(error);
  return reasons[code] ?? code;
};

/** Whether the file could be made, judged before there is anything to write. @throws CliError usage */
export async function checkNewFile(file: NewFile): Promise<void> {
  const { path, what } = file;
  if (path.trim() === "") throw usageError(`The name of the file for ${what} is blank.`);
  try {
    // A link that leads nowhere is there, too.
    if (await lstat(path).catch(unlessMissing)) throw isThere(file);
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw error instanceof CliError ? error : cantBeMade(file, reasonOf(error));
  }
}

/** What fails in making the file, as the error that it is to the user. */
function notMade(file: NewFile, error: unknown): CliError {
  const code = errorCode(error);
  if (code === "EEXIST") return isThere(file);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new CliError("storage_full", `${file.path} can't be written (${code}).`);
  }
  return cantBeMade(file, reasonOf(error));
}

/** Only its owner can read it. @throws CliError usage, storage_full */
export async function writeNewFile(
  file: NewFile,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  try {
    await writePrivateFile(file.path, write);
  } catch (error) {
    // Half of it would be taken for all of it.
    if (errorCode(error) !== "EEXIST") await rm(file.path, { force: true });
    throw notMade(file, error);
  }
}
