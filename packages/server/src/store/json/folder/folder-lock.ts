import { acquireLock, type FileSystem, LockHeld, type ProcessLock } from "@outlay/files";
import { LockLost, StorageServed, StorageUnavailable, storageError } from "../../store-errors.ts";
import { fenceOff } from "./fence-off.ts";

/** The name of the lock that writers of a data folder hold. */
export const writerLock = "writer";

export interface LockRequest {
  folder: string;
  /** What this process is, for those that find the folder taken: `outlay add`. */
  label: string;
  patienceMs: number;
  /** As `acquireLock` has it; tests don't wait for as long. */
  silenceMs?: number | undefined;
  /** As `acquireLock` has it, for a lock that is kept. */
  beatsApart?: boolean | undefined;
  fs: FileSystem;
}

/**
 * Waits for a data folder and takes it.
 * @throws StorageUnavailable when another process keeps it for longer than `patienceMs`, StorageServed at
 * once if that is a server
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

/** A data folder's lock as one process uses it: taken for a turn of writing, or kept until it ends. */
export class FolderLock {
  readonly #request: LockRequest;
  readonly #report: (message: string) => void;
  #lock: ProcessLock | undefined;
  #isKept = false;
  #isToBeKept = false;
  #url: string | null = null;
  #taking: Promise<boolean> = Promise.resolve(true);
  #onUnsure: (error: unknown) => Promise<void> = () => Promise.resolve();

  /** @param report is told what an operator should know and nobody asked for */
  constructor(request: LockRequest, report: (message: string) => void = () => undefined) {
    this.#request = request;
    this.#report = report;
  }

  /** Nobody else writes until it is released. */
  get isKept(): boolean {
    return this.#isKept;
  }

  /** False too where another process took it because this one seemed dead. */
  async isHeld(): Promise<boolean> {
    return this.#lock?.isHeld() ?? false;
  }

  /** The next who holds it keeps it until it is released. */
  keepNext(): void {
    this.#isToBeKept = true;
  }

  /** @param tell is told where the one that keeps it can't find out whether it still has it, nor take it again */
  whenUnsure(tell: (error: unknown) => Promise<void>): void {
    this.#onUnsure = tell;
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

  /** Whether it is held, if need be by taking it again: nobody else has it where its file was merely removed. */
  async isStillHeld(): Promise<boolean> {
    return (await this.isHeld()) || this.#takeAgain();
  }

  /** Another process has the folder: from here on this one shares it. */
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

  /** Takes it once more where somebody has removed its file, and the folder perhaps, beneath the one that keeps it. */
  #takeAgain(): Promise<boolean> {
    // One after the other, or the second would find the first one's file.
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

  /** Tells other processes on this machine where the one that keeps it can be asked. */
  async announce(url: string | null): Promise<void> {
    this.#url = url;
    // A file of its own, where that is gone and somebody else has the folder, would take the folder from them.
    if (this.#isKept && (await this.isHeld())) await this.#lock?.announce(url);
  }

  async release(): Promise<void> {
    const lock = this.#lock;
    this.#lock = undefined;
    this.#isKept = false;
    await lock?.release();
  }
}
