import { acquireLock, type FileSystem, LockHeld, type ProcessLock } from "@outlay/files";
import { LockLost, StorageServed, StorageUnavailable, storageError } from "../../store-errors.ts";
import { fenceOff } from "./fence-off.ts";

/** The name of the lock that writers of a data folder hold. */
export const writerLock = "writer";

export interface LockRequest {
  folder: string;
  /** A description of this process for those that find the folder taken: `outlay add`. */
  label: string;
  patienceMs: number;
  /** As for `acquireLock`; tests use a shorter time. */
  silenceMs?: number | undefined;
  /** As for `acquireLock`, for a lock that is kept. */
  beatsApart?: boolean | undefined;
  fs: FileSystem;
}

/**
 * Waits for a data folder and takes it.
 * @throws StorageUnavailable when another process keeps it for longer than `patienceMs`,
 * StorageServed at once if that process is a server
 */
async function lockFolder(request: LockRequest): Promise<ProcessLock> {
  const { folder, label, patienceMs, silenceMs, beatsApart, fs } = request;
  const fence = () => fenceOff(folder, fs);
  const name = writerLock;
  try {
    return await acquireLock({ folder, name, label, patienceMs, silenceMs, beatsApart, fence });
  } catch (error) {
    if (error instanceof LockHeld) {
      const Refused = error.canBeAsked ? StorageServed : StorageUnavailable;
      throw new Refused(`The data folder is ${error.message}.`, { cause: error });
    }
    throw storageError(error);
  }
}

/**
 * A data folder's lock as one process uses it: taken for a turn of writing, or kept until the
 * process ends.
 */
export class FolderLock {
  readonly #request: LockRequest;
  readonly #report: (message: string) => void;
  #lock: ProcessLock | undefined;
  #isKept = false;
  #isToBeKept = false;
  #url: string | null = null;
  #taking: Promise<boolean> = Promise.resolve(true);
  #onUnsure: (error: unknown) => Promise<void> = () => Promise.resolve();

  /** @param report is told things that an operator should know */
  constructor(request: LockRequest, report: (message: string) => void = () => undefined) {
    this.#request = request;
    this.#report = report;
  }

  /** Whether this process keeps the lock, so that nobody else writes until it is released. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** False also if another process took the lock because this one seemed dead. */
  async isHeld(): Promise<boolean> {
    return this.#lock?.isHeld() ?? false;
  }

  /** Keeps the lock the next time it is taken, until it is released. */
  keepNext(): void {
    this.#isToBeKept = true;
  }

  /**
   * @param tell is called when the keeper can neither find out whether it still has the lock nor
   * take it again
   */
  whenUnsure(tell: (error: unknown) => Promise<void>): void {
    this.#onUnsure = tell;
  }

  /**
   * Does some work under the lock.
   * @param patienceMs how long to wait, if that differs from the default
   * @throws StorageUnavailable, and whatever the work throws
   */
  async hold<Result>(
    work: () => Promise<Result>,
    patienceMs = this.#request.patienceMs,
  ): Promise<Result> {
    if (!this.#lock) await this.#take(patienceMs);
    try {
      if (!(await this.#isSurelyHeld())) throw new LockLost(false);
      return await work();
    } catch (error) {
      if (error instanceof LockLost) await this.#giveUp();
      throw error;
    } finally {
      if (!this.#isKept) await this.release();
    }
  }

  async #isSurelyHeld(): Promise<boolean> {
    try {
      return await this.isStillHeld();
    } catch (error) {
      if (this.#isKept) await this.#onUnsure(error);
      throw error;
    }
  }

  /**
   * Whether the lock is held, if necessary by taking it again: nobody else has it if its file was
   * merely removed.
   */
  async isStillHeld(): Promise<boolean> {
    return (await this.isHeld()) || this.#takeAgain();
  }

  /** Another process has taken the folder: from here on this one shares it. */
  async #giveUp(): Promise<void> {
    if (this.#isKept) this.#report("Another process has taken over the data folder.");
    this.#isToBeKept = false;
    await this.release();
  }

  async #take(patienceMs: number): Promise<void> {
    const beatsApart = this.#isToBeKept && this.#request.beatsApart;
    const lock = await lockFolder({ ...this.#request, patienceMs, beatsApart });
    this.#lock = lock;
    if (!this.#isToBeKept) return;
    try {
      if (this.#url !== null) await lock.announce(this.#url);
      this.#isKept = true;
    } catch (error) {
      await this.release();
      throw error;
    }
  }

  /**
   * Takes the lock again after somebody removed its file, and perhaps the folder, while this
   * process kept it.
   */
  #takeAgain(): Promise<boolean> {
    // One attempt after the other, or the second would find the first one's file.
    const before = this.#taking.catch(() => false);
    this.#taking = before.then(async () => {
      if (await this.isHeld()) return true;
      if (!this.#isKept || !(await this.#lock?.retake())) return false;
      this.#report(
        "Somebody removed the lock from the data folder; this process has taken it again.",
      );
      return true;
    });
    return this.#taking;
  }

  /** Tells other processes on this machine the address of the process that keeps the lock. */
  async announce(url: string | null): Promise<void> {
    this.#url = url;
    // If the lock's file has gone and another process has the folder, writing a new file would take
    // the folder from it.
    if (this.#isKept && (await this.isHeld())) await this.#lock?.announce(url);
  }

  async release(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    this.#isKept = false;
    await lock?.release();
  }
}
