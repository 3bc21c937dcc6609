/**
 * The owner of a data folder repairs files that somebody removes or replaces while it is running.
 */
import { join } from "node:path";
import { errorCode, type FileSystem, makePrivateFolder } from "@outlay/files";
import {
  DataDamaged,
  DataReplaced,
  JournalGone,
  LockLost,
  SnapshotGone,
} from "../../store-errors.ts";
import { backedUp } from "./backed-up.ts";
import type { DataFiles } from "../disk/data-files.ts";
import type { Folding } from "../disk/folding.ts";
import { dropKept, keepPresent, replacedFolder } from "./keep-present.ts";
import { readFolder } from "../disk/load-data.ts";
import type { Place } from "../disk/look-at-files.ts";
import { type KeptIn, madeGoodReport } from "./made-good-report.ts";
import { snapshotName } from "../snapshot/snapshot.ts";
import { randomMarks } from "./session-marks.ts";
import { SnapshotFile, WriteStopped } from "../snapshot/snapshot-file.ts";

export interface MakingGoodOptions {
  folder: string;
  fs: FileSystem;
  clock: () => Date;
  /** Reports things that an operator should know. */
  report: (message: string) => void;
  /** Restores other files that belong into the folder, after everything was written again. */
  putBack?: (() => Promise<void>) | undefined;
}

const isTouched = (error: unknown) =>
  [DataReplaced, JournalGone, SnapshotGone].some((kind) => error instanceof kind);

/** The codes of errors for a folder whose place something else has taken. */
const noFolderCodes = new Set(["EEXIST", "ENOTDIR"]);

function reasonOf(error: unknown): string {
  const code = errorCode(error);
  if (code !== undefined && noFolderCodes.has(code)) return `the folder no longer exists, ${code}`;
  return code ?? (error instanceof Error ? error.message : String(error));
}

/**
 * Writes the stored data again from memory, unless other usable data have been put in their place.
 */
export class MakingGood {
  /** Whether confirmed changes exist only in memory. */
  isOnlyInMemory = false;
  #isKeptAside = false;
  #isToldUnsure = false;
  readonly #files: DataFiles;
  readonly #folding: Folding;
  readonly #options: MakingGoodOptions;

  constructor(files: DataFiles, folding: Folding, options: MakingGoodOptions) {
    this.#files = files;
    this.#folding = folding;
    this.#options = options;
  }

  /** Does work that needs the files, and repeats it after repairing them. */
  async around(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isTouched(error)) throw error;
      await this.#makeGood();
      await work();
    }
    this.isOnlyInMemory = false;
    this.#isKeptAside = false;
    this.#isToldUnsure = false;
  }

  /**
   * Reports why the owner can't write any more when its lock is out of reach, and where the stored
   * data are then.
   */
  async tellUnsure(error: unknown): Promise<void> {
    try {
      await this.#files.checkPlace();
    } catch {
      // The lock has to be repaired first, whatever is wrong with the files.
      this.#tellOnlyInMemory(error);
      return;
    }
    this.isOnlyInMemory = false;
    if (this.#isToldUnsure) return;
    this.#isToldUnsure = true;
    this.#options.report(
      `The lock in the data folder can't be used (${reasonOf(error)}). Stored data are on the disk; nothing more can be ` +
        "stored until this is fixed.",
    );
  }

  /** Writes everything in memory into a folder beside other data that somebody has put in place. */
  async keepAside(): Promise<void> {
    if (this.#isKeptAside) return;
    const { folder, fs, clock, report } = this.#options;
    const now = clock();
    const kept = replacedFolder(folder, now);
    try {
      await makePrivateFolder(kept);
      const backup = backedUp(this.#files.frozen(now), randomMarks, now);
      await new SnapshotFile(join(kept, snapshotName), fs).write(backup);
    } catch (error) {
      this.#tellOnlyInMemory(error);
      return;
    }
    this.#isKeptAside = true;
    this.isOnlyInMemory = false;
    report(
      "Somebody has put other data into the data folder. They are left as they are, and nothing more is stored. A restart " +
        `continues with them. Everything stored before is in ${join(kept, snapshotName)}: "outlay restore-backup" restores it.`,
    );
  }

  async #makeGood(): Promise<void> {
    const { folder, clock, report, putBack } = this.#options;
    try {
      await makePrivateFolder(folder);
      const { snapshot, journal } = await this.#files.look();
      const isAnothers = journal === "other" || (journal === "gone" && snapshot === "other");
      if (isAnothers && (await this.#isSomebodysWish(snapshot))) throw new DataReplaced("store");
      const aside =
        isAnothers || snapshot === "other" ? replacedFolder(folder, clock()) : undefined;
      const kept = await this.#rebuild(aside);
      await putBack?.();
      report(madeGoodReport(journal === "same" ? "snapshot" : "journal", kept));
    } catch (error) {
      // Files written by a process that has taken the folder belong to that process.
      if (error instanceof LockLost || error instanceof WriteStopped) throw new LockLost(false);
      if (error instanceof DataReplaced) await this.keepAside();
      else this.#tellOnlyInMemory(error);
      throw error;
    }
  }

  /** @param aside the folder for the files found there, if they are to be kept */
  async #rebuild(aside: string | undefined): Promise<KeptIn | undefined> {
    const { folder, fs, clock } = this.#options;
    try {
      const kept = aside === undefined ? undefined : await keepPresent(folder, aside, fs);
      await this.#folding.stop();
      await this.#files.rebuild(clock());
      return aside !== undefined && kept?.isKept ? { aside, moved: kept.moved } : undefined;
    } catch (error) {
      // The next attempt makes another one.
      if (aside !== undefined) await dropKept(folder, aside, fs);
      throw error;
    }
  }

  /**
   * Whether a restart would find other data, which somebody has put there on purpose. Beside this
   * process's own snapshot, a journal of the same store with no more changes is only its own
   * journal, cut short.
   */
  async #isSomebodysWish(snapshot: Place): Promise<boolean> {
    const { folder, fs, clock } = this.#options;
    try {
      const { store, state } = await readFolder(folder, fs);
      if (store === undefined) return false;
      const own = this.#files.frozen(clock());
      return snapshot !== "same" || store !== own.store || state.lastChange > own.lastChange;
    } catch (error) {
      if (error instanceof DataDamaged) return false;
      throw error;
    }
  }

  #tellOnlyInMemory(error: unknown): void {
    if (!this.isOnlyInMemory) {
      this.#options.report(
        "Somebody removed or replaced files in the data folder, and they could not be written again " +
          `(${reasonOf(error)}). The data exist only in the memory of this process: don't stop it until this is fixed.`,
      );
    }
    this.isOnlyInMemory = true;
  }
}
