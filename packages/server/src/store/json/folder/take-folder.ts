import { join } from "node:path";
import {
  checkDataFolder,
  closeToOthers,
  commandLine,
  errorCode,
  isDataName,
  makePrivateFolder,
  modeText,
  replaceableAbove,
  UnfitFolder,
  unlessMissing,
} from "@outlay/files";
import { readdir, stat } from "node:fs/promises";
import { beginAsOurs } from "./begins-as-ours.ts";
import { StorageUnavailable } from "../../store-errors.ts";

export interface TakeFolderOptions {
  folder: string;
  /** The user; undefined where files have no owners and no modes. */
  uid?: number | undefined;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
  /** Whether it is kept for long: then what is wrong above it is told, too. */
  own?: boolean;
}

const secretAdvice =
  "If somebody may have read or replaced it, remove it: the next start creates a new one, and " +
  "everybody must log in again.";

/** Somebody who may write in the folder can put other data there. */
async function tellOfWriters({
  folder,
  report,
}: Pick<TakeFolderOptions, "folder" | "report">): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o022) === 0) return;
  const line = commandLine("chmod", "go-w", folder);
  report(
    `Other users may write in ${folder} (mode ${modeText(mode)}), which was left as it is because it holds other files. ` +
      `Try: ${line}`,
  );
}

/**
 * Takes away what rights others have to the folder and to what Outlay has put in it, and says so. Where something else has
 * such a name, all is left as it is: whoever reads it refuses it.
 */
async function close({ folder, uid, report }: TakeFolderOptions, isShared: boolean): Promise<void> {
  if (uid === undefined) return;
  const options = { uid, warn: report };
  const names = ((await readdir(folder).catch(unlessMissing)) ?? []).filter(isDataName);
  if (!(await beginAsOurs(folder, names))) return;
  if (isShared) await tellOfWriters({ folder, report });
  else await closeToOthers({ path: folder }, options);
  for (const name of names) {
    const path = join(folder, name);
    await closeToOthers(name === "jwt-secret" ? { path, advice: secretAdvice } : { path }, options);
  }
}

async function tellOfThoseAbove({ folder, uid, report }: TakeFolderOptions): Promise<void> {
  const above = uid === undefined ? undefined : await replaceableAbove(folder);
  if (!above) return;
  const { path, mode } = above;
  const line = commandLine("chmod", "go-w", path);
  report(
    `Other users can replace ${folder}, because they may write in ${path} (mode ${mode}). ` +
      `Try: ${line}`,
  );
}

/**
 * Makes a data folder, or sees to it that one that is there is its owner's alone.
 * @throws StorageUnavailable where it can't be Outlay's; then nothing was changed
 */
export async function takeFolder(options: TakeFolderOptions): Promise<void> {
  const { folder, uid } = options;
  try {
    const { isShared } = await checkDataFolder(folder, uid);
    await makePrivateFolder(folder);
    await close(options, isShared);
    if (options.own) await tellOfThoseAbove(options);
  } catch (error) {
    const code = errorCode(error);
    if (error instanceof UnfitFolder) {
      const message = `The data can't be kept there: ${error.message} Set OUTLAY_DATA to a folder that only Outlay uses.`;
      throw new StorageUnavailable(message, { cause: error });
    }
    if (code === undefined) throw error;
    throw new StorageUnavailable(`The data folder ${folder} can't be used (${code}).`, {
      cause: error,
    });
  }
}
