/**
 * Tells whether Outlay may keep a folder to itself: no other folder is ever closed to other users.
 */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, parse } from "node:path";
import { errorCode } from "../error-code.ts";
import { modeText } from "./private-mode.ts";

/** The folder can't be Outlay's. Nothing was changed. */
export class UnfitFolder extends Error {
  override name = "UnfitFolder";

  constructor(folder: string, why: string) {
    super(`${folder} ${why}.`);
  }
}

const lockOrTemporary = /^([\w-]+\.\d+\.lock|\..+\.outlay-tmp)$/;
/** A data folder of Outlay's has at least one of these. */
const storeName = /^(outlay(-1)?\.json|journal\.\d+\.jsonl)$/;
/** Other files that lie beside the data; other programs use such names, too. */
const besideStoreName =
  /^(journal\.\d+\.jsonl\.torn-\d+|jwt-secret|replaced-\d{4}-\d\d-\d\dT.+|writer\.\d+\.lock|\..+\.outlay-tmp)$/;
/** Other programs have files with these names, too, so the content decides. */
const settingsName = /^(config|credentials|rules|formats|changes|outbox)\.json$/;
/** The data folder's name within the settings folder, where both lie together. */
const dataFolderName = "data";
/** Names that a system puts into any folder, or into the root folder of a disk. */
const systemName = /^(\.DS_Store|lost\+found|desktop\.ini|Thumbs\.db)$/;

/** Files that a backup copy doesn't need: whoever reads or writes the data creates them. */
const besideLiveData = /^(journal\.\d+\.jsonl|jwt-secret|writer\.\d+\.lock)$/;

/** Whether a name shows that its folder holds live data rather than a backup. */
export const isLiveDataName = (name: string): boolean => besideLiveData.test(name);

/** Whether a name is that of a folder with data that a restore has replaced. */
export const isReplacedName = (name: string): boolean => /^replaced-\d{4}-/.test(name);

/** Whether Outlay creates a file with this name among its settings. */
export const isSettingsName = (name: string): boolean =>
  settingsName.test(name) || lockOrTemporary.test(name);

/** Whether Outlay creates a file or folder with this name among its data. */
export const isDataName = (name: string): boolean =>
  storeName.test(name) || besideStoreName.test(name);

/** Whether Outlay creates a file or folder with this name. */
const isOutlayName = (name: string): boolean =>
  isDataName(name) || lockOrTemporary.test(name) || settingsName.test(name);

const isOthersName = (name: string): boolean =>
  !isOutlayName(name) && !systemName.test(name) && name !== dataFolderName;

/** Whether a file's content shows that it holds settings; undefined where it isn't JSON. */
export async function saysItIsSettings(path: string): Promise<boolean | undefined> {
  // Reading a pipe would block.
  if (!(await stat(path)).isFile()) return false;
  const text = await readFile(path, "utf8");
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "version" in value && value.version === 1;
  } catch {
    return undefined;
  }
}

/**
 * Spoilt settings, for example after a typing mistake, are still settings: whoever reads them
 * reports the fault.
 */
const isSettings = async (path: string): Promise<boolean> => (await saysItIsSettings(path)) ?? true;

/** Whether any of the names in a folder belongs to Outlay. */
async function hasOursAmong(folder: string, names: readonly string[]): Promise<boolean> {
  if (names.some((name) => lockOrTemporary.test(name) || isDataName(name))) return true;
  for (const name of names.filter((each) => settingsName.test(each))) {
    // A file that can't be looked at proves nothing.
    if (await isSettings(join(folder, name)).catch(() => false)) return true;
  }
  if (!names.includes(dataFolderName)) return false;
  const inData = await readdir(join(folder, dataFolderName)).catch(() => []);
  return inData.some((name) => lockOrTemporary.test(name) || isDataName(name));
}

const sharedBits = 0o022;
const stickyBit = 0o1000;

/**
 * The reason why the folder can't be this user's; undefined if it can. Root may use anybody's
 * folder.
 */
function foreign({ uid: owner, mode }: { uid: number; mode: number }, uid: number) {
  if ((mode & stickyBit) !== 0) return `is open to everybody (${modeText(mode)})`;
  if (owner === uid || uid === 0) return undefined;
  // An administrator may have put settings there for everybody to read.
  if (owner === 0 && (mode & sharedBits) === 0) return undefined;
  return `belongs to user ${owner}, not to you`;
}

/** The real path of a name; undefined where nothing is there or it may not be looked at. */
async function placeOf(folder: string): Promise<string | undefined> {
  try {
    return await realpath(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code === "ENOTDIR") throw new UnfitFolder(folder, "lies in something that isn't a folder");
    if (code === "ELOOP") throw new UnfitFolder(folder, "is a link that points to itself");
    return undefined;
  }
}

export interface FolderContents {
  /** Whether the folder holds anything that Outlay never creates. */
  hasOthers: boolean;
  /**
   * Whether the folder holds settings but nothing of Outlay's: then they belong to another program.
   */
  hasOthersSettings: boolean;
}

/**
 * Lists a folder that has to be the user's own and not the root of the file system; empty where it
 * doesn't exist.
 * @throws UnfitFolder
 */
async function namesIn(folder: string, uid: number | undefined): Promise<string[]> {
  const path = await placeOf(folder);
  if (path === undefined) return [];
  if (path === parse(path).root) {
    throw new UnfitFolder(folder, "is the root folder, which everybody shares");
  }
  const stats = await stat(path);
  if (!stats.isDirectory()) throw new UnfitFolder(folder, "exists but isn't a folder");
  const why = uid === undefined ? undefined : foreign(stats, uid);
  if (why !== undefined) throw new UnfitFolder(folder, why);
  // A folder that may not be read reports that itself when it is used.
  return readdir(path).catch(() => []);
}

/**
 * Looks into a settings folder.
 * @param uid the user; undefined where files have no owners
 * @throws UnfitFolder
 */
export async function lookIntoFolder(
  folder: string,
  uid: number | undefined,
): Promise<FolderContents> {
  const names = await namesIn(folder, uid);
  const hasOthersSettings =
    names.some((name) => settingsName.test(name)) && !(await hasOursAmong(folder, names));
  return { hasOthers: hasOthersSettings || names.some(isOthersName), hasOthersSettings };
}

/**
 * Checks a data folder. A missing folder can be created. An existing one has to be empty or to hold
 * data of Outlay's; settings may lie there, too.
 * @param uid the user; undefined where files have no owners
 * @returns whether other files lie beside the data, so that Outlay may not close the folder itself
 * @throws UnfitFolder
 */
export async function checkDataFolder(
  folder: string,
  uid: number | undefined,
): Promise<{ isShared: boolean }> {
  const names = (await namesIn(folder, uid)).filter((name) => !systemName.test(name));
  if (names.some(isOthersName) && !names.some((name) => storeName.test(name))) {
    throw new UnfitFolder(folder, "holds other files, and no data of Outlay");
  }
  return { isShared: !names.every(isDataName) };
}
