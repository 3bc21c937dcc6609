/**
 * Files that root creates in a user's folder are given to that user, who would otherwise be locked
 * out of them.
 */
import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isOpenToOthers } from "./private-mode.ts";

const isRoot = () => process.getuid?.() === 0;

/**
 * Gives away a new file in a folder that only one user can access. In other folders root may have
 * files of its own.
 */
export async function giveFileToOwner(file: FileHandle, path: string): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid, mode } = await stat(dirname(path));
  if (uid !== 0 && !isOpenToOthers(mode)) await file.chown(uid, gid);
}

/** Gives away a new folder inside a folder of that user. */
export async function giveFolderToOwner(folder: string): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid } = await stat(dirname(folder));
  if (uid === 0) return;
  // Uses a handle: the user could replace the folder with a link, and root would give away the
  // link's target.
  const handle = await open(folder, constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await handle.chown(uid, gid);
  } finally {
    await handle.close();
  }
}
