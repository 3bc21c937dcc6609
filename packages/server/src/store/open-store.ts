/** The one place that knows which engine the store has. */
import { errorCode, lockOwnerUrl, nodeFileSystem, NoPlainFile } from "@outlay/files";
import { backUp, type BackupOptions } from "./json/backup/backup.ts";
import { type Examination, examine } from "./json/examine/examine.ts";
import type { ExamineOptions } from "./json/examine/examine-options.ts";
import { type JsonStoreOptions, openJsonStore } from "./json/json-store.ts";
import { writerLock } from "./json/folder/folder-lock.ts";
import { restore, type RestoreOptions } from "./json/backup/restore.ts";
import type { Backup, FoundBackup, Restored, Store } from "./store.ts";
import { StorageUnavailable, storageError } from "./store-errors.ts";

// Contract 2.1: a process that finds the data folder taken waits this long for its turn.
const patienceMs = 10_000;

/**
 * Opens the store in a folder, creating it if necessary. Changes take the write lock and release
 * it; with `own` it is kept from the start.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export const openStore = (
  options: Omit<JsonStoreOptions, "patienceMs" | "uid">,
  own: boolean,
): Promise<Store> => {
  const uid = process.getuid?.();
  return openJsonStore({ ...options, patienceMs, uid, beatsApart: own }, { own });
};

/**
 * The address of the server that owns a data folder, if there is one.
 * @throws StorageUnavailable
 */
export async function findStoreServer(folder: string): Promise<string | undefined> {
  try {
    return await lockOwnerUrl(folder, writerLock);
  } catch (error) {
    if (error instanceof NoPlainFile) throw storageError(error);
    const code = errorCode(error) ?? String(error);
    throw new StorageUnavailable(`The data folder ${folder} can't be read (${code}).`, {
      cause: error,
    });
  }
}

/**
 * Writes all data stored in a folder, which may be in use, into one file.
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull
 */
export const backUpStore = (
  options: Omit<BackupOptions, "fs">,
  mayReplace: boolean,
): Promise<Backup> => backUp({ ...options, fs: nodeFileSystem }, mayReplace);

/**
 * Replaces the data stored in a folder by a backup, and keeps the replaced data.
 * @param confirm is told the backup's content; if it throws, nothing has happened
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull, and whatever `confirm` throws
 */
export const restoreStore = (
  options: Omit<RestoreOptions, "fs" | "patienceMs" | "uid">,
  confirm: (found: FoundBackup) => Promise<void>,
): Promise<Restored> =>
  restore({ ...options, patienceMs, uid: process.getuid?.(), fs: nodeFileSystem }, confirm);

/** Examines a folder, which may be in use, without changing anything in it. */
export const examineStore = (options: Omit<ExamineOptions, "fs">): Promise<Examination> =>
  examine({ ...options, fs: nodeFileSystem });
