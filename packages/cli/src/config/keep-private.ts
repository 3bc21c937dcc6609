import { stat } from "node:fs/promises";
import { join } from "node:path";
import {
  closeToOthers,
  errorCode,
  isOpenToOthers,
  lookIntoFolder,
  UnfitFolder,
} from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

export interface SettingsFile {
  name: string;
  /** Rejected with config_broken for what is no such file of Outlay's. */
  check: () => Promise<unknown>;
}

export interface KeepPrivateOptions {
  /** Where settings and tokens lie. */
  folder: string;
  /** The user; undefined where files have no owners and no modes. */
  uid: number | undefined;
  warn: (message: string) => void;
  /** All that there may be in the folder. */
  files: readonly SettingsFile[];
}

interface SettingsFolder {
  /** Things that aren't Outlay's lie there too, so that the folder itself isn't Outlay's to close. */
  isShared: boolean;
}

/** Looks whether settings can lie in the folder. @throws CliError config_broken */
export async function checkSettingsFolder(
  folder: string,
  uid: number | undefined,
): Promise<SettingsFolder> {
  try {
    const { hasOthers, hasOthersSettings } = await lookIntoFolder(folder, uid);
    if (hasOthersSettings) {
      throw new UnfitFolder(folder, "has settings of another program in it");
    }
    return { isShared: hasOthers };
  } catch (error) {
    if (!(error instanceof UnfitFolder)) throw error;
    throw new CliError("config_broken", error.message, {
      hint: "Nothing was changed. Name a folder for Outlay with OUTLAY_HOME; it may be new or empty.",
    });
  }
}

/** Whether others have rights to it; not to what can't be looked at, which reading it will tell. */
export async function isOpen(path: string): Promise<boolean> {
  try {
    return isOpenToOthers((await stat(path)).mode);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** Those that have something else in them than Outlay's settings: another program's, or what a slip of the hand left. */
async function brokenAmong(files: readonly SettingsFile[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, check } of files) {
    try {
      await check();
    } catch (error) {
      if (!(error instanceof CliError)) throw error;
      broken.push(name);
    }
  }
  return broken;
}

const configName = "config.json";
const credentialsName = "credentials.json";

/**
 * Keeps settings and tokens to their owner, whoever may have opened them to others. What may be another program's is
 * left as it is: whoever needs it refuses it, and says that nothing was changed.
 * @throws CliError config_broken where the folder isn't one to keep them in
 */
export async function keepPrivate({
  folder,
  files,
  ...options
}: KeepPrivateOptions): Promise<void> {
  const { isShared } = await checkSettingsFolder(folder, options.uid);
  if (options.uid === undefined) return;
  const advice =
    "If somebody may have read it, end the session with outlay logout, and log in again.";
  const places = [
    { path: join(folder, configName) },
    { path: join(folder, credentialsName), advice },
  ];
  const all = isShared ? places : [{ path: folder }, ...places];
  const isAnyOpen = await Promise.all(all.map(({ path }) => isOpen(path)));
  if (!isAnyOpen.includes(true)) return;
  const broken = await brokenAmong(files);
  if (broken.includes(configName) || broken.includes(credentialsName)) return;
  for (const place of broken.length > 0 ? places : all) await closeToOthers(place, options);
}
