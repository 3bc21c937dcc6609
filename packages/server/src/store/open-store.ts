/** The one place that knows what the store is made of. */
import { errorCode, lockOwnerUrl, nodeFileSystem, NoPlainFile } from "@outlay/files";
import { backUp, type BackupOptions } from "./json/backup/backup.ts";
import { type Examination, examine } from "./json/examine/examine.ts";
import type { ExamineOptions } from "./json/examine/examine-options.ts";
import { type JsonStoreOptions, openJsonStore } from "./json/json-store.ts";
import { writerLock } from "./json/folder/folder-lock.ts";
import { restore, type RestoreOptions } from "./json/backup/restore.ts";
import type { Backup, FoundBackup, Restored, Store } from "./store.ts";
import { StorageUnavailable, storageError } from "./store-errors.ts";

// Contract 2.1: who finds the data folder taken waits this long for its turn.
const patienceMs = 10_000;

/**
 * Opens the store in a folder, made if need be. Changes take the write lock and give it back; with
 * `own` it is kept from the start.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export const openStore = (
  options: Omit<JsonStoreOptions, "patienceMs" | "uid">,
  own: boolean,
): Promise<Store> => {
  const uid = process.getuid?.();
  return openJsonStore({ ...options, patienceMs, uid, beatsApart: own }, { own });
};

/** Where the server that owns a data folder listens, if one does. @throws StorageUnavailable */
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
 * Writes all that is stored in a folder, which may be in use, into one file.
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull
 */
export const backUpStore = (
  options: Omit<BackupOptions, "fs">,
  mayReplace: boolean,
): Promise<Backup> => backUp({ ...options, fs: nodeFileSystem }, mayReplace);

/**
 * Puts a backup in the place of what is stored in a folder, which is kept.
 * @param confirm is told what is in the backup; if it throws, nothing has happened
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull, and what `confirm` throws
 */
export const restoreStore = (
  options: Omit<RestoreOptions, "fs" | "patienceMs" | "uid">,
  confirm: (found: FoundBackup) => Promise<void>,
): Promise<Restored> =>
  restore({ ...options, patienceMs, uid: process.getuid?.(), fs: nodeFileSystem }, confirm);

/** What there is to say about a folder, which may be in use. Changes nothing that is in it. */
export const examineStore = (options: Omit<ExamineOptions, "fs">): Promise<Examination> =>
  examine({ ...options, fs: nodeFileSystem });
