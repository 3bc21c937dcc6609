/** Files that root makes in a user's folder are given to that user, who would be locked out of them. */
import { constants } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { isOpenToOthers } from "./private-mode.ts";

const isRoot = () => process.getuid?.() === 0;

/** A new file in a folder that is one user's alone. In others root may have files of its own. */
export async function giveFileToOwner(file: FileHandle, path: string): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid, mode } = await stat(dirname(path));
  if (uid !== 0 && !isOpenToOthers(mode)) await file.chown(uid, gid);
}

/** A new folder in one of a user's. */
export async function giveFolderToOwner(folder: string): Promise<void> {
  if (!isRoot()) return;
  const { uid, gid } = await stat(dirname(folder));
  if (uid === 0) return;
  // By a handle: the user could put a link in its place, and have root give away what that leads to.
  const handle = await open(folder, constants.O_DIRECTORY | constants.O_NOFOLLOW);
  try {
    await handle.chown(uid, gid);
  } finally {
    await handle.close();
  }
}
