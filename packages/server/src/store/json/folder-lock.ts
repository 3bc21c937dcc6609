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
async function lockFolder(request: LockRequest): Promise<ProcessLock> {
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

/** A data folder's lock as one process uses it: taken for a turn of writing, or kept until it ends. */
export class FolderLock {
  readonly #request: LockRequest;
  #lock: ProcessLock | undefined;
  #isKept = false;

  constructor(request: LockRequest) {
    this.#request = request;
  }

  /** Nobody else writes until it is released. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** False too where another process took it because this one seemed dead. */
  async isHeld(): Promise<boolean> {
    return this.#lock?.isHeld() ?? false;
  }

  /** Takes it until it is released. @throws StorageUnavailable */
  async keep(): Promise<void> {
    this.#lock = await lockFolder(this.#request);
    this.#isKept = true;
  }

  /**
   * Does some work under it.
   * @param patienceMs where that is another than usual
   * @throws StorageUnavailable, and what the work throws
   */
  async hold<Result>(
    work: () => Promise<Result>,
    patienceMs = this.#request.patienceMs,
  ): Promise<Result> {
    this.#lock ??= await lockFolder({ ...this.#request, patienceMs });
    try {
      if (!(await this.isHeld())) {
        // From here on this process is one that shares the folder.
        await this.release();
        throw new StorageUnavailable(
          "Another process has taken the data folder; nothing was stored.",
        );
      }
      return await work();
    } finally {
      if (!this.#isKept) await this.release();
    }
  }

  /** Tells other processes on this machine where the one that keeps it can be asked. */
  async announce(url: string | null): Promise<void> {
    if (this.#isKept) await this.#lock?.announce(url);
  }

  async release(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    this.#isKept = false;
    await lock?.release();
  }
}
