import { randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A name in the same folder that no other process uses, so that a rename never crosses file systems. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID()}.outlay-tmp`);
}

const temporaryPattern = /^\..*\.[0-9a-f-]{36}\.outlay-tmp$/;
const abandonedAfterMs = 60_000;

/**
 * Removes what killed processes were writing: nobody writes a file for a minute without touching it.
 * @param nowMs by the clock of the folder's file system
 */
export async function removeAbandonedTemporaries(folder: string, nowMs: number): Promise<void> {
  const names = (await readdir(folder)).filter((name) => temporaryPattern.test(name));
  for (const name of names) {
    const path = join(folder, name);
    try {
      if (nowMs - (await stat(path)).mtimeMs > abandonedAfterMs) await unlink(path);
    } catch {
      // Gone meanwhile, or not ours to remove. Tidying must not keep anybody from writing.
    }
  }
}

/** Makes a rename, link or new file in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows can't open folders; NTFS keeps its own journal of names.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new file that only its owner can read, down to the disk. */
export async function writePrivateFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const file = await open(path, "wx", 0o600);
  try {
    // A umask can only take bits away; it must not take the owner's.
    await file.chmod(0o600);
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Replaces a file whole: whoever reads it, at any moment and after any crash, finds the old content or
 * the new, never a part. Only the owner can read it.
 */
export async function replaceFile(
  path: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = temporaryName(path);
  try {
    await writePrivateFile(temporary, write);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
