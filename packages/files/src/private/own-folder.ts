/** Whether a folder is one that Outlay may keep to itself: nothing else is ever closed to others. */
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, parse } from "node:path";
import { errorCode } from "../error-code.ts";
import { modeText } from "./private-mode.ts";

/** A folder that can't be Outlay's. Nothing was changed. */
export class UnfitFolder extends Error {
  override name = "UnfitFolder";

  constructor(folder: string, why: string) {
    super(`${folder} ${why}.`);
  }
}

const lockOrTemporary = /^([\w-]+\.\d+\.lock|\..+\.outlay-tmp)$/;
/** Without one of these there are no data of Outlay's. */
const storeName = /^(outlay(-1)?\.json|journal\.\d+\.jsonl)$/;
/** The names of other things that lie beside them; other programs use such names, too. */
const besideStoreName =
  /^(journal\.\d+\.jsonl\.torn-\d+|jwt-secret|replaced-\d{4}-\d\d-\d\dT.+|writer\.\d+\.lock|\..+\.outlay-tmp)$/;
/** Other programs have files with such names too, so that their content decides. */
const settingsName = /^(config|credentials|rules|formats|changes|outbox)\.json$/;
/** In the folder of settings, where both lie in one. */
const dataFolderName = "data";
/** The names of what a system puts into any folder, or into the topmost one of a disk. */
const systemName = /^(\.DS_Store|lost\+found|desktop\.ini|Thumbs\.db)$/;

/** What a copy of data for keeping has no need of: whoever reads or writes the data has made it beside them. */
const besideLiveData = /^(journal\.\d+\.jsonl|jwt-secret|writer\.\d+\.lock)$/;

/** Whether this name says that the folder it is in is one of data, and not one where somebody keeps a backup. */
export const isLiveDataName = (name: string): boolean => besideLiveData.test(name);

/** Whether this is the name of a folder with data that others took the place of. */
export const isReplacedName = (name: string): boolean => /^replaced-\d{4}-/.test(name);

/** Whether a file with this name is one that Outlay makes among settings. */
export const isSettingsName = (name: string): boolean =>
  settingsName.test(name) || lockOrTemporary.test(name);

/** Whether a file or folder with this name is one that Outlay makes among data. */
export const isDataName = (name: string): boolean =>
  storeName.test(name) || besideStoreName.test(name);

/** Whether a file or folder with this name is one that Outlay makes. */
const isOutlayName = (name: string): boolean =>
  isDataName(name) || lockOrTemporary.test(name) || settingsName.test(name);

const isOthersName = (name: string): boolean =>
  !isOutlayName(name) && !systemName.test(name) && name !== dataFolderName;

/** Whether a file says of itself that it has settings; undefined where it isn't JSON. */
export async function saysItIsSettings(path: string): Promise<boolean | undefined> {
  // A pipe would be waited for.
  if (!(await stat(path)).isFile()) return false;
  const text = await readFile(path, "utf8");
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && "version" in value && value.version === 1;
  } catch {
    return undefined;
  }
}

/** Spoilt settings, as by a hand that has slipped, are settings: whoever reads them says what is wrong. */
const isSettings = async (path: string): Promise<boolean> => (await saysItIsSettings(path)) ?? true;

/** Whether something of Outlay's is among the names in a folder. */
async function hasOursAmong(folder: string, names: readonly string[]): Promise<boolean> {
  if (names.some((name) => lockOrTemporary.test(name) || isDataName(name))) return true;
  for (const name of names.filter((each) => settingsName.test(each))) {
    // A file that can't be looked at shows nothing.
    if (await isSettings(join(folder, name)).catch(() => false)) return true;
  }
  if (!names.includes(dataFolderName)) return false;
  const inData = await readdir(join(folder, dataFolderName)).catch(() => []);
  return inData.some((name) => lockOrTemporary.test(name) || isDataName(name));
}

const sharedBits = 0o022;
const stickyBit = 0o1000;

/** Why the folder can't be this user's; undefined if it can. Root works in anybody's. */
function foreign({ uid: owner, mode }: { uid: number; mode: number }, uid: number) {
  if ((mode & stickyBit) !== 0) return `is open to everybody (${modeText(mode)})`;
  if (owner === uid || uid === 0) return undefined;
  // An administrator may have put settings there for all to read.
  if (owner === 0 && (mode & sharedBits) === 0) return undefined;
  return `belongs to user ${owner}, not to you`;
}

/** Where a name leads, if anywhere; undefined where nothing is there or may be looked at. */
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
  /** Something that Outlay never makes. */
  hasOthers: boolean;
  /** Settings, though nothing in the folder is Outlay's: they are another program's. */
  hasOthersSettings: boolean;
}

/**
 * The names in a folder that has to be the user's own, and not the root of the file system; none where it isn't there.
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
  // A folder that may not be looked into says so when it is used.
  return readdir(path).catch(() => []);
}

/**
 * The contents of a folder for settings.
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
 * A folder of data that isn't there can be made. One that is there has to be empty, or to have data of Outlay's in it;
 * settings may lie there, too.
 * @param uid the user; undefined where files have no owners
 * @returns whether there are other things beside the data, so that the folder itself isn't Outlay's to close
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
