import { setImmediate } from "node:timers/promises";
import type { RecordLimits } from "../../record-limits.ts";
import type { OnWrite, StoreSizes } from "../../store-figures.ts";
import {
  DataDamaged,
  DataReplaced,
  readingError,
  StorageUnavailable,
  storageError,
} from "../../store-errors.ts";
import { type Call, type Decide, newCall, takeRefused } from "./call.ts";
import { DataFiles, type DataFilesOptions } from "../disk/data-files.ts";
import { decideAll } from "./decide-all.ts";
import { Folding, type FoldingOptions } from "../disk/folding.ts";
import { FolderLock, type LockRequest } from "../folder/folder-lock.ts";
import { MakingGood, type MakingGoodOptions } from "../backup/making-good.ts";
import type { State } from "../memory/state.ts";
import { Periodically } from "./periodically.ts";
import { recordCounts } from "../memory/summary.ts";
import { Turns } from "./turns.ts";
import { watchedWrite } from "./watched-write.ts";

export interface DatabaseOptions
  extends Omit<DataFilesOptions, "isHeld">, FoldingOptions, LockRequest, MakingGoodOptions {
  onWrite?: OnWrite | undefined;
  lookEveryMs?: number | undefined;
  limits?: RecordLimits | undefined;
}

/**
 * The data in memory and on the disk. Reading needs no lock. Calls that arrive during a write are written together:
 * decided one after the other, synced once, and only then visible in memory.
 */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #lock: FolderLock;
  readonly #files: DataFiles;
  readonly #folding: Folding;
  readonly #good: MakingGood;
  readonly #looks = new Periodically();
  readonly #waiting: Call[] = [];
  #isWriting = false;
  #hasWritten = false;
  #writing: Promise<void> | undefined;
  /** Turns of using the files. */
  readonly #turns = new Turns();
  #closed: Promise<void> | undefined;

  private constructor(options: DatabaseOptions, lock: FolderLock, files: DataFiles) {
    this.#options = options;
    this.#lock = lock;
    this.#files = files;
    this.#folding = new Folding(files, options);
    this.#good = new MakingGood(files, this.#folding, options);
    lock.whenUnsure((error) => this.#turns.take(() => this.#good.tellUnsure(error)));
  }

  /** @throws DataDamaged, StorageUnavailable */
  static async open(options: DatabaseOptions): Promise<Database> {
    const lock = new FolderLock(options, options.report);
    const isHeld = () => lock.isStillHeld();
    try {
      return new Database(options, lock, await DataFiles.open({ ...options, isHeld }));
    } catch (error) {
      throw readingError(error);
    }
  }

  /** The latest data, whichever process changed them last. @throws DataDamaged, StorageUnavailable */
  async current(): Promise<State> {
    if (!this.#lock.isKept) {
      await this.#turns
        .take(() => this.#refresh())
        .catch((error: unknown) => {
          // A process that owned the folder goes on showing the data that it had then.
          if (!(error instanceof DataReplaced)) throw readingError(error);
        });
    }
    return this.#files.state;
  }

  /**
   * Keeps the lock until closing; if it can't be taken now, the first change that takes it keeps it.
   * @throws the same as change
   */
  async own(): Promise<void> {
    this.#lock.keepNext();
    try {
      await this.#lock.hold(() => this.#turns.take(() => this.#beginTurn()));
    } catch (error) {
      await this.#lock.release();
      throw storageError(error);
    }
  }

  get sizes(): StoreSizes {
    return { ...this.#files.sizes, records: recordCounts(this.#files.state) };
  }

  /** @throws the error that a change would be refused with now */
  async checkWritable(): Promise<void> {
    await this.change(() => ({ result: undefined }), { isPatient: false });
    if (!this.#lock.isKept) return;
    const tryWriting = () => this.#withFiles(() => this.#files.tryWriting());
    await this.#turns.take(tryWriting).catch((error: unknown) => {
      throw storageError(error);
    });
  }

  announce = (url: string | null): Promise<void> => this.#lock.announce(url);

  /** Makes a change. `decide` sees the data as they will be when its turn comes; if it throws, nothing changes. */
  change<Result>(decide: Decide<Result>, { isPatient } = { isPatient: true }): Promise<Result> {
    if (this.#closed) {
      return Promise.reject(new StorageUnavailable("Outlay is stopping; nothing was stored."));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push(newCall(decide, isPatient, { resolve, reject }));
      if (!this.#isWriting) this.#writing = this.#writeWaiting();
    });
  }

  /** Finishes the calls under way and releases the folder. @throws the same as `#foldAtTheEnd` */
  close = (): Promise<void> =>
    (this.#closed ??= this.#close().catch((error: unknown) => {
      throw storageError(error);
    }));

  async #close(): Promise<void> {
    await this.#looks.end();
    await this.#writing;
    try {
      await this.#folding.stop();
      await this.#foldAtTheEnd();
      await this.#turns.end();
    } finally {
      await this.#files.close();
      await this.#lock.release();
    }
  }

  /**
   * Folds at the end, if it is time to. A process that has only read leaves the files unchanged.
   * @throws StorageUnavailable, StorageFull: the stored data exist only in memory
   */
  async #foldAtTheEnd(): Promise<void> {
    let isLooked = !this.#files.isOwners;
    try {
      // Checks whether the data of the process that took the folder descend from these.
      if (this.#files.isOwners && !this.#lock.isKept) await this.current();
      if (!this.#lock.isKept && !(this.#hasWritten && this.#files.isFoldDue("end"))) return;
      await this.#lock.hold(() =>
        this.#turns.take(async () => {
          if (this.#lock.isKept) await this.#withFiles(() => this.#files.checkPlace());
          isLooked = true;
          await this.#beginTurn();
          await this.#folding.foldNow("end");
        }),
      );
    } catch (error) {
      const isUnavailable = error instanceof StorageUnavailable;
      if (this.#good.isOnlyInMemory || !(isLooked || isUnavailable)) throw storageError(error);
      // The folder's new holder folds it, and a replacement of its data has already been reported.
      if (!isUnavailable) this.#folding.reportFailure(error);
    }
  }

  /** Writes waiting calls until none is left. It never rejects: each call gets its own outcome. */
  async #writeWaiting(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      let calls: readonly Call[] = [];
      const isPatient = this.#waiting.some((call) => call.isPatient);
      const write = () =>
        this.#turns.take(async () => {
          await this.#beginTurn();
          calls = this.#waiting.splice(0);
          await this.#write(calls);
          await this.#endTurn();
        });
      try {
        await this.#lock.hold(write, isPatient ? undefined : 0);
      } catch (error) {
        // Changes that were answered stay.
        const refused = calls.length > 0 ? calls : takeRefused(this.#waiting, isPatient);
        for (const call of refused) call.failed(storageError(error));
      }
    }
    // Directly after the last look at the waiting calls: a later call starts a new round.
    this.#isWriting = false;
  }

  async #write(calls: readonly Call[]): Promise<void> {
    const { changes, decided } = await decideAll(calls, this.#files.state, this.#options.limits);
    // Writing many changes takes as long again as deciding them: others get their turn in between.
    await setImmediate();
    if (changes.length > 0) {
      const { onWrite } = this.#options;
      const append = () => this.#withFiles(() => this.#files.append(changes));
      await watchedWrite(onWrite, changes.length, append);
      this.#hasWritten = true;
    }
    for (const { settle } of decided) settle();
  }

  /** Does work that needs the files. The owner, who has everything in memory, repairs them if necessary. */
  #withFiles(work: () => Promise<void>): Promise<void> {
    return this.#lock.isKept ? this.#good.around(work) : work();
  }

  /** Makes sure that nobody writes to removed files for days. Any fault has been reported when this ends. */
  async #lookAround(): Promise<void> {
    if (this.#isWriting || this.#closed || this.#good.isOnlyInMemory || !this.#lock.isKept) return;
    const look = () => this.#turns.take(() => this.#withFiles(() => this.#files.checkPlace()));
    await this.#lock.hold(look).catch(() => undefined);
  }

  async #refresh(): Promise<void> {
    try {
      await this.#files.refresh();
    } catch (error) {
      const isLost = error instanceof DataReplaced || error instanceof DataDamaged;
      if (isLost && this.#files.isOwners) await this.#good.keepAside();
      throw error;
    }
  }

  async #beginTurn(): Promise<void> {
    const isNewOwner = this.#lock.isKept && !this.#files.isOwners;
    if (!this.#lock.isKept || isNewOwner) await this.#refresh();
    await this.#prepareToWrite();
    if (!isNewOwner) return;
    this.#files.state.index();
    this.#files.isOwners = true;
    const everyMs = this.#options.lookEveryMs;
    if (everyMs) this.#looks.begin(everyMs, () => this.#lookAround());
  }

  async #endTurn(): Promise<void> {
    if (this.#lock.isKept) return this.#folding.foldBeside();
    await this.#folding.foldNow("turn");
    await this.#files.close();
  }

  #prepareToWrite(): Promise<void> {
    return this.#files.prepareToWrite(this.#options.clock(), this.#options.report);
  }
}
