import { type FileHandle, readdir, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { unlessMissing } from "../error-code.ts";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";
import { giveFileToOwner } from "../private/give-to-owner.ts";
import { noPlainFile } from "./no-plain-file.ts";

/**
 * A name in the same folder that no other process uses, so that a rename never crosses file
 * systems.
 */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${crypto.randomUUID()}.outlay-tmp`);
}

const temporaryPattern = /^\.(.*)\.\d+\.[0-9a-f-]{36}\.outlay-tmp$/;
const abandonedAfterMs = 60_000;

/**
 * Removes temporary files that were meant to replace these files and weren't renamed yet: a process
 * about to rename one of them finds it gone.
 */
export async function removeTemporaries(
  folder: string,
  isOf: (name: string) => boolean,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  for (const name of await fs.readdir(folder)) {
    const of = temporaryPattern.exec(name)?.[1];
    if (of !== undefined && isOf(of)) await fs.rm(join(folder, name), { force: true });
  }
}

/**
 * The temporary files of killed processes: no living process writes a file for a minute without
 * touching it.
 * @param nowMs by the clock of the folder's file system
 */
export async function abandonedTemporaries(folder: string, nowMs: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => temporaryPattern.test(name));
  const paths = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // A file that has gone meanwhile, or may not be looked at, doesn't matter here.
      const stats = await stat(path).catch(() => undefined);
      return stats && nowMs - stats.mtimeMs > abandonedAfterMs ? [path] : [];
    }),
  );
  return paths.flat();
}

/**
 * @param nowMs by the clock of the folder's file system
 * @param name limits this to the temporary files of one name, in a folder that others use too
 */
export async function removeAbandonedTemporaries(
  folder: string,
  nowMs: number,
  name?: string,
): Promise<void> {
  const abandoned = await abandonedTemporaries(folder, nowMs);
  const own = abandoned.filter(
    (path) => name === undefined || basename(path).startsWith(`.${name}.`),
  );
  for (const path of own) {
    // It may have gone meanwhile or belong to somebody else: tidying must not keep anybody from
    // writing.
    await unlink(path).catch(() => undefined);
  }
}

/** Makes a rename, link or new file in the folder survive a power cut. */
export async function syncFolder(folder: string, fs: FileSystem = nodeFileSystem): Promise<void> {
  // Windows can't open folders; NTFS keeps its own journal of names.
  if (process.platform === "win32") return;
  const handle = await fs.open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes all of the data, in as many steps as the system needs, at a position or after the last
 * write.
 */
export async function writeAll(
  file: FileHandle,
  bytes: Uint8Array,
  position?: number,
): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const at = position === undefined ? null : position + written;
    written += (await file.write(bytes, written, bytes.length - written, at)).bytesWritten;
  }
}

/** Writes a new file durably that only its owner can read. */
export async function writePrivateFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const file = await fs.open(path, "wx", 0o600);
  try {
    // A umask only removes bits; it must not remove the owner's.
    await file.chmod(0o600);
    await giveFileToOwner(file, path);
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function checkPlain(path: string, fs: FileSystem): Promise<void> {
  const found = await fs.lstat(path).catch(unlessMissing);
  if (found && !found.isFile()) throw noPlainFile(path, found);
}

/**
 * Replaces a file as a whole: a reader finds the old content or the new, never a part, at any
 * moment and after any crash. Only the owner can read the file.
 * @throws NoPlainFile where something else is in its place, and whatever the file system throws
 */
export async function replaceFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  await checkPlain(path, fs);
  const temporary = temporaryName(path);
  try {
    await writePrivateFile(temporary, write, fs);
    await fs.rename(temporary, path);
  } catch (error) {
    // If it can't be removed now, the next writer clears away the temporary file of the failed
    // write.
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), fs);
}
