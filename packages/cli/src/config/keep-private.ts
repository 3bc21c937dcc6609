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
  /** Rejects with config_broken if the file isn't one of Outlay's. */
  check: () => Promise<unknown>;
}

export interface KeepPrivateOptions {
  /** The folder of settings and tokens. */
  folder: string;
  /** The user's id; undefined on systems where files have no owners and modes. */
  uid: number | undefined;
  warn: (message: string) => void;
  /** All files that the folder may contain. */
  files: readonly SettingsFile[];
}

interface SettingsFolder {
  /** Whether the folder contains files of others, in which case Outlay must not restrict the folder itself. */
  isShared: boolean;
}

/** Checks whether settings can be kept in the folder. @throws CliError config_broken */
export async function checkSettingsFolder(
  folder: string,
  uid: number | undefined,
): Promise<SettingsFolder> {
  try {
    const { hasOthers, hasOthersSettings } = await lookIntoFolder(folder, uid);
    if (hasOthersSettings) {
      throw new UnfitFolder(folder, "contains another program's settings");
    }
    return { isShared: hasOthers };
  } catch (error) {
    if (!(error instanceof UnfitFolder)) throw error;
    throw new CliError("config_broken", error.message, {
      hint: "Nothing was changed. Set OUTLAY_HOME to a folder for Outlay, which may be new or empty.",
    });
  }
}

/** Whether others have rights to a file; false if it can't be examined, because reading it will report that. */
export async function isOpen(path: string): Promise<boolean> {
  try {
    return isOpenToOthers((await stat(path)).mode);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return false;
  }
}

/** The files whose contents aren't Outlay's settings: another program's, or damaged by a mistaken edit. */
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
 * Makes settings and tokens private again if others were given access. Files that may be another program's
 * are left unchanged: a command that needs one refuses it, and says that nothing was changed.
 * @throws CliError config_broken if the folder isn't fit for settings
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
