import { randomUUID } from "node:crypto";
import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { errorCode } from "./error-code.ts";

/** A name in the same folder that no other process uses, so that a rename never crosses file systems. */
export function temporaryName(path: string): string {
  return join(dirname(path), `.${basename(path)}.${process.pid}.${randomUUID()}.tmp`);
}

const temporaryPattern = /^\..*\.\d+\.[0-9a-f-]{36}\.tmp$/;
const abandonedAfterMs = 60_000;

/** Removes what killed processes were writing: nobody writes a file for a minute without touching it. */
export async function removeAbandonedTemporaries(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => temporaryPattern.test(name));
  for (const name of names) {
    const path = join(folder, name);
    const age = Date.now() - (await lastTouched(path));
    if (age > abandonedAfterMs) await rm(path, { force: true });
  }
}

async function lastTouched(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    // Its writer has just renamed or removed it.
    if (errorCode(error) === "ENOENT") return Date.now();
    throw error;
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
