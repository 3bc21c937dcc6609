/**
 * Tells whether a name given by the user leads to a file that Outlay keeps, however it is written.
 */
import type { BigIntStats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { errorCode } from "../error-code.ts";
import {
  isDataName,
  isLiveDataName,
  isReplacedName,
  isSettingsName,
  saysItIsSettings,
} from "./own-folder.ts";

/** The folders in which Outlay keeps its files. */
export interface OwnFolders {
  settings: string;
  data: string;
}

/** Treats a file that is missing or can't be looked at as nothing. */
async function unlessUnseen<Found>(look: Promise<Found>): Promise<Found | undefined> {
  try {
    return await look;
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return undefined;
  }
}

/** The folder's path with all links resolved. */
const realFolder = async (folder: string) =>
  (await unlessUnseen(realpath(folder))) ?? resolve(folder);

const namesIn = async (folder: string): Promise<string[]> =>
  (await unlessUnseen(readdir(folder))) ?? [];

/** Everything that Outlay has put into a data folder, including data kept after a restore. */
async function dataFiles(data: string): Promise<string[]> {
  const names = (await namesIn(data)).filter(isDataName);
  const kept = names.filter(isReplacedName).map(async (name) => {
    const inside = await namesIn(join(data, name));
    return inside.map((each) => join(data, name, each));
  });
  return [...names.map((name) => join(data, name)), ...(await Promise.all(kept)).flat()];
}

async function settingsFiles(settings: string): Promise<string[]> {
  return (await namesIn(settings)).filter(isSettingsName).map((name) => join(settings, name));
}

const isSame = (one: BigIntStats, other: BigIntStats) =>
  one.ino === other.ino && one.dev === other.dev;

/**
 * Whether a file is one of Outlay's under another name: a hard link to it, or the target of a link
 * there.
 */
async function isAnotherNameOf(path: string, files: readonly string[]): Promise<boolean> {
  const found = await unlessUnseen(stat(path, { bigint: true }));
  if (!found) return false;
  for (const file of files) {
    const own = await unlessUnseen(stat(file, { bigint: true }));
    if (own && isSame(found, own)) return true;
  }
  return false;
}

/** Whether the place belongs to an Outlay folder of another user, as far as something shows it. */
async function isOfOthers(folder: string, name: string): Promise<boolean> {
  if (isDataName(name)) {
    const beside = (await namesIn(folder)).filter((each) => each !== name);
    return beside.some(isLiveDataName);
  }
  if (!isSettingsName(name)) return false;
  return (await unlessUnseen(saysItIsSettings(join(folder, name)))) === true;
}

/**
 * Whether the file at a path, existing or about to be created, is Outlay's own: settings, tokens,
 * locks, data, or data kept after a restore.
 */
export async function isOwnFile(path: string, own: OwnFolders): Promise<boolean> {
  // The folder `link/..` is the parent of the link's target, which its text doesn't show.
  const folder = await realFolder(dirname(path));
  const name = basename(path);
  const [settings, data] = [await realFolder(own.settings), await realFolder(own.data)];
  if (folder === settings && isSettingsName(name)) return true;
  if (folder === data && isDataName(name)) return true;
  const [inData = ""] = folder.startsWith(data + sep)
    ? folder.slice(data.length + 1).split(sep)
    : [];
  if (isReplacedName(inData)) return true;
  if (await isOfOthers(folder, name)) return true;
  const files = [...(await settingsFiles(settings)), ...(await dataFiles(data))];
  return isAnotherNameOf(path, files);
}
