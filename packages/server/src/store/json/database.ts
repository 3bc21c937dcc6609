import { setImmediate } from "node:timers/promises";
import type { OnWrite, StoreSizes } from "../store-figures.ts";
import {
  DataReplaced,
  JournalGone,
  readingError,
  StorageUnavailable,
  storageError,
} from "../store-errors.ts";
import { type Call, type Decided, type Decision, takeRefused } from "./call.ts";
import type { Change } from "./change.ts";
import { DataFiles, type DataFilesOptions } from "./data-files.ts";
import { Folding, type FoldingOptions } from "./folding.ts";
import { FolderLock, type LockRequest } from "./folder-lock.ts";
import { PendingState } from "./pending-state.ts";
import type { Lookup, State } from "./state.ts";
import { recordCounts } from "./summary.ts";
import { watchedWrite } from "./watched-write.ts";

export interface DatabaseOptions
  extends Omit<DataFilesOptions, "isHeld">, FoldingOptions, LockRequest {
  onWrite?: OnWrite | undefined;
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
  readonly #waiting: Call[] = [];
  #isWriting = false;
  #hasWritten = false;
  #writing: Promise<void> | undefined;
  /** The last use of the files; the next one comes after it. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  #closed: Promise<void> | undefined;

  private constructor(options: DatabaseOptions, lock: FolderLock, files: DataFiles) {
    this.#options = options;
    this.#lock = lock;
    this.#files = files;
    this.#folding = new Folding(files, options);
  }

  /** @throws DataDamaged, StorageUnavailable */
  static async open(options: DatabaseOptions): Promise<Database> {
    const lock = new FolderLock(options);
    const isHeld = () => lock.isHeld();
    try {
      return new Database(options, lock, await DataFiles.open({ ...options, isHeld }));
    } catch (error) {
      throw readingError(error);
    }
  }

  /** The data as they are now, whoever changed them last. @throws DataDamaged, StorageUnavailable */
  async current(): Promise<State> {
    if (!this.#lock.isKept) {
      await this.#inTurn(() => this.#files.refresh()).catch((error: unknown) => {
        throw readingError(error);
      });
    }
    return this.#files.state;
  }

  /** Keeps the lock until closing: nobody else writes from now on. */
  async own(): Promise<void> {
    await this.#lock.keep();
    try {
      await this.#files.refresh();
      await this.#prepareToWrite();
      this.#files.state.index();
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
    // Waits its turn, for the lock too, and has nothing to write.
    await this.change(() => ({ result: undefined }), { isPatient: false });
    if (!this.#lock.isKept) return;
    const tryWriting = () => this.#withJournal(() => this.#files.tryWriting());
    await this.#inTurn(tryWriting).catch((error: unknown) => {
      throw storageError(error);
    });
  }

  announce(url: string | null): Promise<void> {
    return this.#lock.announce(url);
  }

  /** `decide` sees the data as they will be when its turn comes; what it throws changes nothing. */
  change<Result>(
    decide: (data: Lookup) => Decision<Result>,
    { isPatient } = { isPatient: true },
  ): Promise<Result> {
    if (this.#closed) {
      return Promise.reject(new StorageUnavailable("Outlay is stopping; nothing was stored."));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({
        decide(pending) {
          const { change, result } = decide(pending);
          return { change, settle: () => resolve(result) };
        },
        failed: reject,
        isPatient,
      });
      if (this.#isWriting) return;
      this.#isWriting = true;
      this.#writing = this.#writeWaiting();
    });
  }

  /** Ends what is under way and lets go of the folder. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    await this.#writing;
    try {
      await this.#folding.stop();
      await this.#foldAtTheEnd();
      await this.#lastTurn;
    } finally {
      await this.#files.close();
      await this.#lock.release();
    }
  }

  /** Folds at the end, if it is time to. Who has only read leaves the files as they are. */
  async #foldAtTheEnd(): Promise<void> {
    if (!this.#lock.isKept && !(this.#hasWritten && this.#files.isFoldDue("end"))) return;
    try {
      await this.#lock.hold(() =>
        this.#inTurn(async () => {
          await this.#beginTurn();
          await this.#withJournal(() => this.#files.checkPlace());
          await this.#folding.foldNow("end");
        }),
      );
    } catch (error) {
      if (error instanceof DataReplaced) this.#options.report(error.message);
      // Whoever has the folder now folds it; where it is gone there is nothing to fold.
      else if (!(error instanceof StorageUnavailable)) this.#folding.reportFailure(error);
    }
  }

  /** Whatever is waiting, again and again until nothing is. Never rejected: each call hears of its own. */
  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      let calls: readonly Call[] = [];
      const isPatient = this.#waiting.some((call) => call.isPatient);
      const write = () =>
        this.#inTurn(async () => {
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
    const pending = new PendingState(this.#files.state);
    const changes: Change[] = [];
    const decided: Decided[] = [];
    for (const call of calls) {
      try {
        const decision = call.decide(pending);
        if (decision.change) {
          pending.add(decision.change);
          changes.push(decision.change);
        }
        decided.push(decision);
      } catch (error) {
        // It may have seen a change that is not made after all: then it hears of that instead.
        decided.push({ change: undefined, settle: () => call.failed(error) });
      }
    }
    // To write down a lot takes as long again as to decide it: between the two others get their turn.
    await setImmediate();
    if (changes.length > 0) {
      const { onWrite } = this.#options;
      const append = () => this.#withJournal(() => this.#files.append(changes));
      await watchedWrite(onWrite, changes.length, append);
      this.#hasWritten = true;
    }
    for (const { settle } of decided) settle();
  }

  /** Does what needs the journal. Where that was removed beneath its owner, who has all in memory, all is written anew. */
  async #withJournal(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof JournalGone) || !this.#lock.isKept) throw error;
      await this.#folding.rebuild();
      await work();
    }
  }

  async #beginTurn(): Promise<void> {
    if (!this.#lock.isKept) await this.#files.refresh();
    await this.#prepareToWrite();
  }

  async #endTurn(): Promise<void> {
    if (this.#lock.isKept) return this.#folding.foldBeside();
    await this.#folding.foldNow("turn");
    await this.#files.close();
  }

  #prepareToWrite(): Promise<void> {
    return this.#files.prepareToWrite(this.#options.clock(), this.#options.report);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#lastTurn.then(work);
    // The next one waits for this one, however it ends; the caller hears of a failure from `done`.
    this.#lastTurn = done.catch(() => undefined);
    return done;
  }
}
