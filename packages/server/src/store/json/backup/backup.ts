import { realpath } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { errorCode, type FileSystem, removeAbandonedTemporaries } from "@outlay/files";
import type { Backup } from "../../store.ts";
import {
  BackupExists,
  BadBackup,
  DataDamaged,
  readingError,
  StorageFull,
  StorageUnavailable,
  storageError,
} from "../../store-errors.ts";
import { backedUp } from "./backed-up.ts";
import { freeze } from "../snapshot/freeze.ts";
import { readFolder } from "../disk/load-data.ts";
import { randomMarks } from "./session-marks.ts";
import { SnapshotFile } from "../snapshot/snapshot-file.ts";
import { summaryOf } from "../memory/summary.ts";

export interface BackupOptions {
  /** The data folder. */
  folder: string;
  /** The backup's file. */
  path: string;
  fs: FileSystem;
  clock: () => Date;
}

const nothingStored = (folder: string) =>
  new BadBackup(`There is nothing in ${folder} to back up yet.`);

/** A folder's path with all links resolved. */
const realFolder = (folder: string) => realpath(folder).catch(() => resolve(folder));

async function checkTarget(
  { folder, path, fs }: BackupOptions,
  mayReplace: boolean,
): Promise<void> {
  if ((await realFolder(dirname(path))) === (await realFolder(folder))) {
    throw new BadBackup(
      `${path} is inside the data folder: a backup there would be lost together with the data.`,
    );
  }
  // A link exists even if it points nowhere. A path that can't be looked at can't be written
  // either, and the write reports why.
  const found = await fs.lstat(path).catch(() => undefined);
  if (found && !found.isFile()) {
    throw new BadBackup(`${path} exists and isn't a regular file. Choose another name.`);
  }
  if (found && !mayReplace) throw new BackupExists(`${path} already exists.`);
}

/**
 * Writes all stored data into one file, a snapshot that stands alone. The folder may be in use,
 * even by a server: the copy is of one moment.
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull
 */
export async function backUp(options: BackupOptions, mayReplace: boolean): Promise<Backup> {
  const { folder, path, fs, clock } = options;
  await checkTarget(options, mayReplace);
  const { state, store } = await readFolder(folder, fs).catch((error: unknown) => {
    throw errorCode(error) === "ENOENT" ? nothingStored(folder) : readingError(error);
  });
  if (store === undefined) throw nothingStored(folder);
  const { snapshot } = freeze(state, store, clock());
  const file = new SnapshotFile(path, fs);
  try {
    await removeAbandonedTemporaries(dirname(path), clock().getTime(), basename(path));
    await file.write(backedUp(snapshot, randomMarks, clock()));
    // Verifies the backup by reading it back from the disk.
    await file.read();
  } catch (error) {
    if (error instanceof DataDamaged) throw error;
    if (storageError(error) instanceof StorageFull) {
      throw new StorageFull(`There is no room for the backup at ${path}.`, { cause: error });
    }
    throw new StorageUnavailable(`The backup can't be written to ${path} (${errorCode(error)}).`, {
      cause: error,
    });
  }
  return { ...summaryOf(state), sizeBytes: file.sizeBytes };
}
