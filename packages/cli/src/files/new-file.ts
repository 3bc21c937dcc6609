/** Creates files that the user asks for; an existing file is replaced only if that is asked for, too. */
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

/** A path that an option names, and the content that is to be written there: "the plan". */
export interface NewFile {
  path: string;
  what: string;
  /** Whether `--force` was given, if there is such an option: an existing file is then replaced as a whole. */
  mayReplace?: boolean;
}

function isThere({ path, what, mayReplace }: NewFile): CliError {
  const remedy = mayReplace === undefined ? "Remove it" : "Add --force to replace it";
  return usageError(`${path} already exists.`, `${remedy}, or name another file for ${what}.`);
}

/** Replacing a link or a device would destroy something other than a file. */
const isNoFile = ({ path, what }: NewFile) =>
  usageError(`${path} exists but is not a regular file.`, `Name another file for ${what}.`);

const cantBeMade = ({ path, what }: NewFile, why: string) =>
  usageError(`${path} can't be created: ${why}.`, `Name another file for ${what}.`);

const reasons: Record<string, string> = {
  ENOENT: "its folder does not exist",
  ENOTDIR: "part of its path is not a folder",
  EACCES: "its folder is not writable",
  EROFS: "its folder is not writable",
};

const reasonOf = (error: unknown): string => {
  const code = errorCode(error) ?? String(error);
  return reasons[code] ?? code;
};

/**
 * Refuses a path among Outlay's own files, which must be neither replaced nor added to. @throws CliError
 * usage
 */
export async function checkNotOwn({ path, what }: NewFile, own: OwnFolders): Promise<void> {
  if (!(await isOwnFile(path, own))) return;
  throw usageError(
    `${path} is one of the files that Outlay keeps its settings and data in.`,
    `Name another file for ${what}.`,
  );
}

/** Checks whether the file could be created, before there is anything to write. @throws CliError usage */
export async function checkNewFile(file: NewFile, own: OwnFolders): Promise<void> {
  const { path, what } = file;
  if (path.trim() === "") throw usageError(`The name of the file for ${what} is blank.`);
  await checkNotOwn(file, own);
  try {
    // A dangling link counts as existing, too.
    const found = await lstat(path).catch(unlessMissing);
    if (found && !file.mayReplace) throw isThere(file);
    if (found && !found.isFile()) throw isNoFile(file);
    await access(dirname(path), constants.W_OK);
  } catch (error) {
    throw error instanceof CliError ? error : cantBeMade(file, reasonOf(error));
  }
}

/** Converts a failure to create the file into an error for the user. */
function notMade(file: NewFile, error: unknown): CliError {
  if (error instanceof NoPlainFile) return isNoFile(file);
  const code = errorCode(error);
  if (code === "EEXIST") return isThere(file);
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") {
    return new CliError("storage_full", `${file.path} can't be written (${code}).`);
  }
  return cantBeMade(file, reasonOf(error));
}

/**
 * Writes a file that only its owner can read.
 * @throws CliError usage, storage_full, and anything that `write` throws
 */
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
    // A partial file would be taken for a complete one. A file that existed before is not removed.
    if (isMade) await rm(file.path, { force: true });
    throw error instanceof CliError ? error : notMade(file, error);
  }
}
