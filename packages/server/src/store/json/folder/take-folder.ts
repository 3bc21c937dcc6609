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
  /** The user's id; undefined where files have no owners and no modes. */
  uid?: number | undefined;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  /** Whether the folder is kept for long: then faults of the folders above it are reported, too. */
  own?: boolean;
}

const secretAdvice =
  "If somebody may have read or replaced it, remove it: the next start creates a new one, and " +
  "everybody must log in again.";

/** Anybody who may write in the folder can put other data there. */
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
 * Removes other users' access to the folder and to Outlay's files in it, and says so. If something
 * else has the name of such a file, everything is left as it is: the reader refuses it.
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
 * Creates a data folder, or closes an existing one to everybody but its owner.
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
