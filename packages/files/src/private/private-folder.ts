import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../error-code.ts";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";
import { giveFolderToOwner } from "./give-to-owner.ts";
import { syncFolder } from "../replacing/replace-file.ts";

/** Whether it wasn't there; what is there and is no folder is an error. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
    return false;
  }
}

/** Makes a new folder survive a power cut. One in a folder that may be written in and not read can't be made to. */
async function syncName(folder: string, fs: FileSystem): Promise<void> {
  await syncFolder(dirname(folder), fs).catch((error: unknown) => {
    if (errorCode(error) !== "EACCES") throw error;
  });
}

/**
 * Makes the folder, and those above it, down to the disk, if it isn't there yet; nobody but its owner can look inside.
 * One that is there already stays as it is: it may be meant for others too.
 */
export async function makePrivateFolder(
  folder: string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  // Not Node's own way to make those above, which tries without end where the system lets nobody make any, as in /proc.
  const isNew = await makeFolder(folder).catch(async (error: unknown) => {
    const above = dirname(folder);
    if (errorCode(error) !== "ENOENT" || above === folder) throw error;
    await makePrivateFolder(above, fs);
    return makeFolder(folder);
  });
  // The umask may have taken bits from the mode; the owner's own are always wanted.
  if (!isNew) return;
  await chmod(folder, 0o700);
  await giveFolderToOwner(folder);
  await syncName(folder, fs);
}
