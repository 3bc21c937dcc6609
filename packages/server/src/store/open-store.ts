/** The one place that knows what the store is made of. */
import { errorCode, lockOwnerUrl } from "@outlay/files";
import { writerLock } from "./json/database.ts";
import { type JsonStoreOptions, openJsonStore } from "./json/json-store.ts";
import type { Store } from "./store.ts";
import { StorageUnavailable } from "./store-errors.ts";

/**
 * Opens the store in a folder, made if need be. Changes take the write lock and give it back; with
 * `own` it is kept from the start.
 * @throws DataDamaged, StorageUnavailable, StorageFull
 */
export const openStore = (options: JsonStoreOptions, own: boolean): Promise<Store> =>
  openJsonStore(options, { own });

/** Where the server that owns a data folder listens, if one does. @throws StorageUnavailable */
export async function findStoreServer(folder: string): Promise<string | undefined> {
  try {
    return await lockOwnerUrl(folder, writerLock);
  } catch (error) {
    const code = errorCode(error) ?? String(error);
    throw new StorageUnavailable(`The data folder ${folder} can't be read (${code}).`, {
      cause: error,
    });
  }
}
