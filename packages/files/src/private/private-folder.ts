import { chmod, mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../error-code.ts";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";
import { giveFolderToOwner } from "./give-to-owner.ts";
import { syncFolder } from "../replacing/replace-file.ts";

/**
 * Creates a folder.
 * @returns whether it is new
 * @throws an error where something other than a folder is in its place
 */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 });
    return true;
  } catch (error) {
    if (errorCode(error) !== "EEXIST" || !(await stat(folder)).isDirectory()) throw error;
    return false;
  }
}

/**
 * Makes a new folder survive a power cut. This isn't possible in a parent that is writable but not
 * readable.
 */
async function syncName(folder: string, fs: FileSystem): Promise<void> {
  await syncFolder(dirname(folder), fs).catch((error: unknown) => {
    if (errorCode(error) !== "EACCES") throw error;
  });
}

/**
 * Creates the folder and its missing parents durably, accessible to their owner alone. An existing
 * folder stays as it is: it may be meant for others too.
 */
export async function makePrivateFolder(
  folder: string,
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  // Avoids Node's recursive mkdir, which retries forever where the system doesn't allow new
  // folders, as in /proc.
  const isNew = await makeFolder(folder).catch(async (error: unknown) => {
    const above = dirname(folder);
    if (errorCode(error) !== "ENOENT" || above === folder) throw error;
    await makePrivateFolder(above, fs);
    return makeFolder(folder);
  });
  // The umask may have removed bits from the mode; the owner always needs their own.
  if (!isNew) return;
  await chmod(folder, 0o700);
  await giveFolderToOwner(folder);
  await syncName(folder, fs);
}
