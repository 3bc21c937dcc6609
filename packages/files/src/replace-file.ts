import { type FileHandle, readdir, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { unlessMissing } from "./error-code.ts";
import { type FileSystem, nodeFileSystem } from "./file-system.ts";
import { giveFileToOwner } from "./give-to-owner.ts";
import { noPlainFile } from "./no-plain-file.ts";

/** A name in the same folder that no other process uses, so that a rename never crosses file systems. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${crypto.randomUUID()}.outlay-tmp`);
}

const temporaryPattern = /^\.(.*)\.\d+\.[0-9a-f-]{36}\.outlay-tmp$/;
const abandonedAfterMs = 60_000;

/**
 * Removes what was written to take the place of files with these names, and hasn't yet: whoever was about to rename it
 * finds nothing.
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
 * What killed processes were writing: nobody writes a file for a minute without touching it.
 * @param nowMs by the clock of the folder's file system
 */
export async function abandonedTemporaries(folder: string, nowMs: number): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => temporaryPattern.test(name));
  const paths = await Promise.all(
    names.map(async (name) => {
      const path = join(folder, name);
      // Gone meanwhile, or not to be looked at: nobody's business here.
      const stats = await stat(path).catch(() => undefined);
      return stats && nowMs - stats.mtimeMs > abandonedAfterMs ? [path] : [];
    }),
  );
  return paths.flat();
}

/**
 * @param nowMs by the clock of the folder's file system
 * @param name only those of the file with this name, in a folder that others use too
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
    // Gone meanwhile, or not ours to remove. Tidying must not keep anybody from writing.
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

/** Writes all of it, in as many steps as the system takes, from a position on or behind what was written last. */
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

/** Writes a new file that only its owner can read, down to the disk. */
export async function writePrivateFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const file = await fs.open(path, "wx", 0o600);
  try {
    // A umask can only take bits away; it must not take the owner's.
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
 * Replaces a file whole: whoever reads it, at any moment and after any crash, finds the old content or
 * the new, never a part. Only the owner can read it.
 * @throws NoPlainFile where something else is in its place, and what the file system throws
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
    // What the failed write leaves is cleared away by the next writer if it can't be now.
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(path), fs);
}
