import type { ProcessLock } from "@outlay/files";
import { StorageUnavailable } from "../store-errors.ts";
import { type LockRequest, lockFolder } from "./lock-folder.ts";

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

  /** Does some work under it. @throws StorageUnavailable, and what the work throws */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#lock ??= await lockFolder(this.#request);
    try {
      if (!(await this.isHeld())) {
        // From here on this process is one that shares the folder.
        await this.release();
        throw new StorageUnavailable(
          "Another process has taken the data folder; nothing was stored.",
        );
      }
      await work();
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
