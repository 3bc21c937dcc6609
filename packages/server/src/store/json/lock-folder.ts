import { acquireLock, LockHeld, type ProcessLock } from "@outlay/files";
import { StorageServed, StorageUnavailable, storageError } from "../store-errors.ts";

/** The name of the lock that writers of a data folder hold. */
export const writerLock = "writer";

export interface LockRequest {
  folder: string;
  /** What this process is, for those that find the folder taken: `outlay add`. */
  label: string;
  patienceMs: number;
}

/**
 * Waits for a data folder and takes it.
 * @throws StorageUnavailable when another process keeps it for longer than `patienceMs`, StorageServed at
 * once if that is a server
 */
export async function lockFolder(request: LockRequest): Promise<ProcessLock> {
  try {
    return await acquireLock({ name: writerLock, ...request });
  } catch (error) {
    if (error instanceof LockHeld) {
      const Refused = error.canBeAsked ? StorageServed : StorageUnavailable;
      throw new Refused(`The data folder is ${error.message}.`, { cause: error });
    }
    throw storageError(error);
  }
}
