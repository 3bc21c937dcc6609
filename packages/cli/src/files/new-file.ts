/** Files that the user asks for: nothing that is there is replaced, unless that is asked for, too. */
import { constants } from "node:fs";
import { access, type FileHandle, lstat, rm } from "node:fs/promises";
import { dirname } from "node:path";
import {
  errorCode,
  isOwnFile,
  NoPlainFile,
  type OwnFolders,
  replaceFile,
  unlessMissing,
  writePrivateFile,
} from "@outlay/files";
import { CliError, usageError } from "../errors/cli-error.ts";

/** A path that an option names, and what is to be written there: "the plan". */
export interface NewFile {
  path: string;
  what: string;
  /** Whether `--force` was said, where there is such an option: a file that is there is replaced, whole. */
  mayReplace?: boolean;
}

function isThere({ path, what, mayReplace }: NewFile): CliError {
  const mend = mayReplace === undefined ? "Remove it" : "Add --force to replace it";
  return usageError(`${path} is there already.`, `${mend}, or name another file for ${what}.`);
}

/** Replacing a link or a device would take away something else than a file. */
const isNoFile = ({ path, what }: NewFile) =>
  usageError(`${path} is there and no plain file.`, `Name another file for ${what}.`);

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

/** Nothing takes the place of what Outlay keeps, nor makes something else there. @throws CliError usage */
export async function checkNotOwn({ path, what }: NewFile, own: OwnFolders): Promise<void> {
  if (!(await isOwnFile(path, own))) return;
  throw usageError(
    `${path} is one of the files in which Outlay keeps its settings and data.`,
    `Name another file for ${what}.`,
  );
}

/** Whether the file could be made, judged before there is anything to write. @throws CliError usage */
export async function checkNewFile(file: NewFile, own: OwnFolders): Promise<void> {
  const { path, what } = file;
  if (path.trim() === "") throw usageError(`The name of the file for ${what} is blank.`);
  await checkNotOwn(file, own);
  try {
    // A link that leads nowhere is there, too.
    const found = await lstat(path).catch(unlessMissing);
    if (found && !file.mayReplace) throw isThere(file);
    if (found && !found.isFile()) throw isNoFile(file);
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw error instanceof CliError ? error : cantBeMade(file, reasonOf(error));
  }
}

/** What fails in making the file, as the error that it is to the user. */
function notMade(file: NewFile, error: unknown): CliError {
  if (error instanceof NoPlainFile) return isNoFile(file);
  const code = errorCode(error);
  if (code === "EEXIST") return isThere(file);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new CliError("storage_full", `${file.path} can't be written (${code}).`);
  }
  return cantBeMade(file, reasonOf(error));
}

/** Only its owner can read it. @throws CliError usage, storage_full, and what `write` throws of them */
export async function writeNewFile(
  file: NewFile,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  let isMade = false;
  const begin = (handle: FileHandle) => {
    isMade = true;
    return write(handle);
  };
  try {
    if (file.mayReplace) await replaceFile(file.path, write);
    else await writePrivateFile(file.path, begin);
  } catch (error) {
    // Half of it would be taken for all of it. What stood there before is not ours to remove.
    if (isMade) await rm(file.path, { force: true });
    throw error instanceof CliError ? error : notMade(file, error);
  }
}
