import { errorCode, type ProcessLock } from "@outlay/files";
import { readingError, StorageUnavailable, storageError } from "../store-errors.ts";
import type { Change } from "./change.ts";
import { DataFiles, type DataFilesOptions, snapshotName } from "./data-files.ts";
import { lockFolder } from "./lock-folder.ts";
import { PendingState } from "./pending-state.ts";
import { WriteStopped } from "./snapshot-file.ts";
import type { Lookup, State } from "./state.ts";

/** What a call makes of the data, if anything, and what it has to say about it. */
export interface Decision<Result> {
  change?: Change | undefined;
  result: Result;
}

export interface DatabaseOptions extends DataFilesOptions {
  /** What this process is, for those that wait for it: `outlay add`. */
  label: string;
  patienceMs: number;
  clock: () => Date;
  /** Is told what an operator should know and nobody asked for. */
  report: (message: string) => void;
}

interface Decided {
  change: Change | undefined;
  done: () => void;
}

/** A call that waits for its turn. */
interface Call {
  decide: (pending: Lookup) => Decided;
  failed: (error: unknown) => void;
}

const lockLost = "Another process has taken the data folder; nothing was stored.";

/**
 * The data in memory and on the disk. Reading needs no lock. Calls that come while others are being
 * written are written together: decided one after the other, synced once, and only then seen in memory.
 */
export class Database {
  readonly #options: DatabaseOptions;
  readonly #files: DataFiles;
  #ownedLock: ProcessLock | undefined;
  #waiting: Call[] = [];
  #writing: Promise<void> | undefined;
  #folding: Promise<void> | undefined;
  /** The last use of the files; the next one comes after it. */
  #lastTurn: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  private constructor(files: DataFiles, options: DatabaseOptions) {
    this.#files = files;
    this.#options = options;
  }

  /** @throws DataDamaged, StorageUnavailable */
  static async open(options: DatabaseOptions): Promise<Database> {
    try {
      return new Database(await DataFiles.open(options), options);
    } catch (error) {
      throw readingError(error);
    }
  }

  /** The data as they are now, whoever changed them last. @throws DataDamaged, StorageUnavailable */
  async current(): Promise<State> {
    if (!this.#ownedLock) {
      await this.#inTurn(() => this.#files.refresh()).catch((error: unknown) => {
        throw readingError(error);
      });
    }
    return this.#files.state;
  }

  /** Keeps the lock until closing: nobody else writes from now on. */
  async own(): Promise<void> {
    const lock = await lockFolder(this.#options);
    try {
      await this.#files.refresh();
      await this.#prepareToWrite();
    } catch (error) {
      await lock.release();
      throw storageError(error);
    }
    this.#ownedLock = lock;
  }

  async announce(url: string | null): Promise<void> {
    await this.#ownedLock?.announce(url);
  }

  /** `decide` sees the data as they will be when its turn comes; what it throws changes nothing. */
  change<Result>(decide: (data: Lookup) => Decision<Result>): Promise<Result> {
    if (this.#isClosed) {
      return Promise.reject(new StorageUnavailable("Outlay is stopping; nothing was stored."));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#waiting.push({
        decide(pending) {
          const { change, result } = decide(pending);
          return { change, done: () => resolve(result) };
        },
        failed: reject,
      });
      this.#writing ??= this.#writeWaiting().finally(() => {
        this.#writing = undefined;
      });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
    if (this.#ownedLock) {
      this.#files.stopFold();
      await this.#folding;
      await this.#foldBeforeLeaving();
    }
    await this.#lastTurn;
    await this.#files.close();
    await this.#ownedLock?.release();
  }

  /** Whatever is waiting, again and again until nothing is. Never rejected: each call hears of its own. */
  async #writeWaiting(): Promise<void> {
    while (this.#waiting.length > 0) {
      let calls: readonly Call[] = [];
      try {
        await this.#withLock((isOwned) =>
          this.#inTurn(async () => {
            if (!isOwned) await this.#files.refresh();
            await this.#prepareToWrite();
            calls = this.#waiting.splice(0);
            await this.#write(calls);
            if (isOwned) await this.#foldBeside();
            else await this.#foldBeforeLeaving();
          }),
        );
      } catch (error) {
        // What was answered already stays so.
        const refused = calls.length > 0 ? calls : this.#waiting.splice(0);
        for (const call of refused) call.failed(storageError(error));
      }
    }
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
        call.failed(error);
      }
    }
    if (changes.length > 0) await this.#files.append(changes);
    for (const { done } of decided) done();
  }

  #prepareToWrite(): Promise<void> {
    return this.#files.prepareToWrite(this.#options.clock(), this.#options.report);
  }

  /** Folds while others go on, if it is time to. */
  async #foldBeside(): Promise<void> {
    if (this.#folding || !this.#files.isFoldDue(false)) return;
    try {
      const fold = await this.#files.startFold(this.#options.clock());
      this.#folding = fold()
        .catch((error: unknown) => this.#reportFoldFailure(error))
        .finally(() => {
          this.#folding = undefined;
        });
    } catch (error) {
      this.#reportFoldFailure(error);
    }
  }

  /** Folds to the end, if it is time to. */
  async #foldBeforeLeaving(): Promise<void> {
    if (!this.#files.isFoldDue(true)) return;
    try {
      const fold = await this.#files.startFold(this.#options.clock());
      await fold();
    } catch (error) {
      this.#reportFoldFailure(error);
    }
  }

  #reportFoldFailure(error: unknown): void {
    if (error instanceof WriteStopped) return;
    const code = errorCode(error) ?? String(error);
    this.#options.report(
      `The journal could not be folded into ${snapshotName} (${code}). Nothing is lost: it is kept ` +
        "beside it, and folded later.",
    );
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#lastTurn.then(work);
    // The next one waits for this one, however it ends; the caller hears of a failure from `done`.
    this.#lastTurn = done.catch(() => undefined);
    return done;
  }

  async #withLock(work: (isOwned: boolean) => Promise<void>): Promise<void> {
    const owned = this.#ownedLock;
    const lock = owned ?? (await lockFolder(this.#options));
    try {
      if (!(await lock.isHeld())) throw new StorageUnavailable(lockLost);
      await work(owned !== undefined);
    } finally {
      if (!owned) {
        await this.#files.close();
        await lock.release();
      }
    }
  }
}
