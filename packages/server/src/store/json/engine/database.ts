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
import { type Call, type Decision, newCall, takeRefused } from "./call.ts";
import { DataFiles, type DataFilesOptions } from "../disk/data-files.ts";
import { decideAll } from "./decide-all.ts";
import { Folding, type FoldingOptions } from "../disk/folding.ts";
import { FolderLock, type LockRequest } from "../folder/folder-lock.ts";
import { MakingGood, type MakingGoodOptions } from "../backup/making-good.ts";
import type { Lookup, State } from "../memory/state.ts";
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
 * The data in memory and on the disk. Reading needs no lock. Calls that come while others are being
 * written are written together: decided one after the other, synced once, and only then seen in memory.
 */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #lock: FolderLock;
  readonly #files: DataFiles;
  readonly #folding: Folding;
  readonly #good: MakingGood;
  #looking: NodeJS.Timeout | undefined;
  readonly #waiting: Call[] = [];
  #isWriting = false;
  #hasWritten = false;
  #writing: Promise<void> | undefined;
  /** Uses of the files. */
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

  /** The data as they are now, whoever changed them last. @throws DataDamaged, StorageUnavailable */
  async current(): Promise<State> {
    if (!this.#lock.isKept) {
      await this.#turns
        .take(() => this.#refresh())
        .catch((error: unknown) => {
          // Who had the folder for its own goes on showing what was in it then.
          if (!(error instanceof DataReplaced)) throw readingError(error);
        });
    }
    return this.#files.state;
  }

  /**
   * Keeps the lock until closing: nobody else writes. Where that fails, the first change keeps it that can take it.
   * @throws as change
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

  /** @throws what a change would be refused with now */
  async checkWritable(): Promise<void> {
    await this.change(() => ({ result: undefined }), { isPatient: false });
    if (!this.#lock.isKept) return;
    const tryWriting = () => this.#withFiles(() => this.#files.tryWriting());
    await this.#turns.take(tryWriting).catch((error: unknown) => {
      throw storageError(error);
    });
  }

  announce = (url: string | null): Promise<void> => this.#lock.announce(url);

  /** `decide` sees the data as they will be when its turn comes; what it throws changes nothing. */
  change<Result>(
    decide: (data: Lookup) => Decision<Result>,
    { isPatient } = { isPatient: true },
  ): Promise<Result> {
    if (this.#closed) {
      return Promise.reject(new StorageUnavailable("Outlay is stopping; nothing was stored."));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push(newCall(decide, isPatient, { resolve, reject }));
      if (!this.#isWriting) this.#writing = this.#writeWaiting();
    });
  }

  /** Ends what is under way and lets go of the folder. @throws StorageUnavailable, StorageFull: see `#foldAtTheEnd` */
  close = (): Promise<void> =>
    (this.#closed ??= this.#close().catch((error: unknown) => {
      throw storageError(error);
    }));

  async #close(): Promise<void> {
    clearInterval(this.#looking);
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
   * Folds at the end, if it is time to. A process that has only read leaves the files as they are.
   * @throws StorageUnavailable, StorageFull: what is stored is nowhere but in memory
   */
  async #foldAtTheEnd(): Promise<void> {
    let isLooked = !this.#files.isOwners;
    try {
      // Looks whether what the one has made of the data who took the folder comes from these.
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
      // Whoever has the folder now folds it, and where its data were replaced that has been told.
      if (!isUnavailable) this.#folding.reportFailure(error);
    }
  }

  /** Whatever is waiting, again and again until nothing is. Never rejected: each call hears of its own. */
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
        // What was answered already stays so.
        const refused = calls.length > 0 ? calls : takeRefused(this.#waiting, isPatient);
        for (const call of refused) call.failed(storageError(error));
      }
    }
    // Not a moment after the last look at what is waiting: what comes then starts anew.
    this.#isWriting = false;
  }

  async #write(calls: readonly Call[]): Promise<void> {
    const { changes, decided } = decideAll(calls, this.#files.state, this.#options.limits);
    // To write down a lot takes as long again as to decide it: between the two others get their turn.
    await setImmediate();
    if (changes.length > 0) {
      const { onWrite } = this.#options;
      const append = () => this.#withFiles(() => this.#files.append(changes));
      await watchedWrite(onWrite, changes.length, append);
      this.#hasWritten = true;
    }
    for (const { settle } of decided) settle();
  }

  /** Does what needs the files, which their owner, who has all in memory, makes good for. */
  #withFiles(work: () => Promise<void>): Promise<void> {
    return this.#lock.isKept ? this.#good.around(work) : work();
  }

  /** Nobody may write for days to files that are gone. What is wrong has been told when this is over. */
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
    if (everyMs) this.#looking = setInterval(() => void this.#lookAround(), everyMs).unref();
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
