import { join } from "node:path";
import { closeToOthers, lookIntoFolder, UnfitFolder } from "@outlay/files";
import { CliError } from "../errors/cli-error.ts";

export interface KeepPrivateOptions {
  /** Where settings and tokens lie. */
  folder: string;
  /** The user; undefined where files have no owners and no modes. */
  uid: number | undefined;
  warn: (message: string) => void;
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

/**
 * Keeps settings and tokens to their owner, whoever may have opened them to others.
 * @throws CliError config_broken where the folder isn't one to keep them in
 */
export async function keepPrivate({ folder, uid, warn }: KeepPrivateOptions): Promise<void> {
  const { isShared } = await checkSettingsFolder(folder, uid);
  const advice =
    "If somebody may have read it, end the session with outlay logout, and log in again.";
  const places = [
    ...(isShared ? [] : [{ path: folder }]),
    { path: join(folder, "config.json") },
    { path: join(folder, "credentials.json"), advice },
  ];
  for (const place of places) await closeToOthers(place, { uid, warn });
}
