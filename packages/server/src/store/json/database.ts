import { acquireLock, LockHeld, type ProcessLock } from "@outlay/files";
import { Low } from "lowdb";
import { StorageServed, StorageUnavailable, storageError } from "../store-errors.ts";
import { type Data, emptyData } from "./data.ts";
import type { SnapshotFile } from "./snapshot-file.ts";

/** What a change makes of the data, and what it has to say about it. */
export interface Change<Result> {
  data: Data;
  result: Result;
}

export interface DatabaseOptions {
  folder: string;
  /** What this process is, for those that wait for it: `outlay add`. */
  label: string;
  patienceMs: number;
}

const lockLost = "Another process has taken the data folder; nothing was stored.";

/** The name of the lock that writers of a data folder hold. */
export const writerLock = "writer";

/**
 * The data in memory and on the disk. Reading needs no lock; a change takes it, looks whether another
 * process has changed the file, writes, and only then is seen in memory.
 */
export class Database {
  readonly #file: SnapshotFile;
  readonly #options: DatabaseOptions;
  readonly #low: Low<Data>;
  #data: Data = emptyData;
  #ownedLock: ProcessLock | undefined;
  #isClosed = false;
  #lastTurn: Promise<unknown> = Promise.resolve();

  private constructor(file: SnapshotFile, options: DatabaseOptions) {
    this.#file = file;
    this.#options = options;
    this.#low = new Low<Data>(file, emptyData);
  }

  /** @throws DataDamaged, StorageUnavailable */
  static async open(file: SnapshotFile, options: DatabaseOptions): Promise<Database> {
    const database = new Database(file, options);
    await database.#read();
    return database;
  }

  /** The data as they are now, whoever changed them last. */
  async current(): Promise<Data> {
    if (!this.#ownedLock && (await this.#hasChanged())) await this.#inTurn(() => this.#read());
    return this.#data;
  }

  /** Keeps the lock until closing: nobody else writes from now on. */
  async own(): Promise<void> {
    this.#ownedLock = await this.#lock();
    await this.#read();
  }

  async announce(url: string | null): Promise<void> {
    await this.#ownedLock?.announce(url);
  }

  /** One change after the other; `change` sees the data as it is then, and what it throws changes nothing. */
  change<Result>(change: (data: Data) => Change<Result>): Promise<Result> {
    return this.#inTurn(() => this.#apply(change));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#lastTurn;
    await this.#ownedLock?.release();
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#lastTurn.then(work);
    // The next one waits for this one, however it ends; the caller hears of a failure from `done`.
    this.#lastTurn = done.catch(() => undefined);
    return done;
  }

  async #hasChanged(): Promise<boolean> {
    return this.#file.hasChanged().catch(rethrowStorageError);
  }

  async #read(): Promise<void> {
    this.#low.data = emptyData;
    await this.#low.read().catch(rethrowStorageError);
    this.#data = this.#low.data;
  }

  async #lock(): Promise<ProcessLock> {
    try {
      return await acquireLock({ name: writerLock, ...this.#options });
    } catch (error) {
      if (error instanceof LockHeld) {
        const Refused = error.canBeAsked ? StorageServed : StorageUnavailable;
        throw new Refused(`The data folder is ${error.message}.`, { cause: error });
      }
      throw storageError(error);
    }
  }

  async #apply<Result>(change: (data: Data) => Change<Result>): Promise<Result> {
    if (this.#isClosed) throw new StorageUnavailable("Outlay is stopping; nothing was stored.");
    const lock = this.#ownedLock ?? (await this.#lock());
    try {
      if (!(await lock.isHeld())) throw new StorageUnavailable(lockLost);
      // The owner too: a change that seemed to fail may have reached the disk all the same.
      if (await this.#hasChanged()) await this.#read();
      const { data, result } = change(this.#data);
      if (data !== this.#data) await this.#write(data);
      return result;
    } finally {
      if (lock !== this.#ownedLock) await lock.release();
    }
  }

  async #write(data: Data): Promise<void> {
    this.#low.data = data;
    try {
      await this.#low.write();
      this.#data = data;
    } catch (error) {
      this.#low.data = this.#data;
      throw storageError(error);
    }
  }
}

function rethrowStorageError(error: unknown): never {
  throw storageError(error);
}
