import { realpath, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { modeText } from "./private-mode.ts";

const stickyBit = 0o1000;
const groupWrites = 0o020;
const othersWrite = 0o002;

/**
 * Whether somebody else may rename entries of the folder; with the sticky bit, as in /tmp, only
 * their owner may.
 */
function isShared({ mode, gid }: { mode: number; gid: number }, ownGid: number | undefined) {
  if ((mode & stickyBit) !== 0) return false;
  // Many systems give each user a group of their own that nobody else is in.
  return (mode & othersWrite) !== 0 || ((mode & groupWrites) !== 0 && gid !== ownGid);
}

/**
 * The nearest parent folder in which others may replace the path, and its mode; undefined where
 * there is none, or where files have no modes.
 */
export async function replaceableAbove(
  folder: string,
  ownGid = process.getgid?.(),
): Promise<{ path: string; mode: string } | undefined> {
  if (ownGid === undefined) return undefined;
  let path = await realpath(folder);
  while (dirname(path) !== path) {
    path = dirname(path);
    const stats = await stat(path);
    if (isShared(stats, ownGid)) return { path, mode: modeText(stats.mode) };
  }
  return undefined;
}
