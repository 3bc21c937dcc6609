import { randomUUID } from "node:crypto";
import type { FileSystem } from "@outlay/files";
import type { Change } from "../journal/change.ts";
import { type FoldLimits, type FoldMoment, isFoldDue } from "./fold-limits.ts";
import { freeze } from "../snapshot/freeze.ts";
import { Journal } from "../journal/journal.ts";
import { changeLines } from "../journal/journal-line.ts";
import { journalPath } from "../journal/journal-names.ts";
import { keepFirstFormat } from "./keep-first-format.ts";
import {
  type FolderSnapshot,
  loadData,
  type LoadedData,
  openSnapshot,
  readOn,
} from "./load-data.ts";
import { checkSnapshot, lookAtFiles } from "./look-at-files.ts";
import { firstFormat } from "../snapshot/read-first-format.ts";
import { removeFoldedJournals } from "../journal/remove-folded-journals.ts";
import { setAsideTorn } from "./set-aside-torn.ts";
import { DataReplaced } from "../../store-errors.ts";
import type { StoreSizes } from "../../store-figures.ts";
import { emptySnapshot, type Snapshot, snapshotFormat } from "../snapshot/snapshot.ts";
import type { State } from "../memory/state.ts";
import { StrayJournal } from "../journal/stray-journal.ts";
import { writeSample } from "./write-sample.ts";

export interface DataFilesOptions {
  folder: string;
  fs: FileSystem;
  foldLimits: FoldLimits;
  /** Whether the folder's lock is held: checked before anything is written or replaced. */
  isHeld: () => Promise<boolean>;
}

/**
 * A data folder's snapshot and journals, and the state that they add up to. The caller makes sure that calls don't
 * overlap, and that only the holder of the folder's lock writes.
 */
export class DataFiles {
  /** Whether other data in place of these would be somebody's doing, even while another process has the folder. */
  isOwners = false;
  readonly #folder: string;
  readonly #fs: FileSystem;
  readonly #limits: FoldLimits;
  readonly #snapshot: FolderSnapshot;
  #data: LoadedData;
  /** The length of the journals when folding last failed; 0 if it didn't. */
  #failedFoldBytes = 0;
  /** Whether reading new changes has failed half-way. */
  #isAdrift = false;
  readonly #stray: StrayJournal;
  /** Whether other data were found in place of this process's own; it doesn't switch to them. */
  #isReplaced = false;

  private constructor(
    { folder, fs, foldLimits }: DataFilesOptions,
    snapshot: FolderSnapshot,
    data: LoadedData,
  ) {
    this.#folder = folder;
    this.#fs = fs;
    this.#limits = foldLimits;
    this.#snapshot = snapshot;
    this.#data = data;
    this.#stray = new StrayJournal(folder, fs, snapshot.guard);
  }

  /** @throws DataDamaged, and whatever the file system throws */
  static async open(options: DataFilesOptions): Promise<DataFiles> {
    const { folder, fs, isHeld } = options;
    const snapshot = openSnapshot(folder, fs, isHeld);
    return new DataFiles(options, snapshot, await loadData(folder, snapshot, fs));
  }

  get state(): State {
    return this.#data.state;
  }

  get sizes(): Pick<StoreSizes, "snapshotBytes" | "journalBytes"> {
    const { sizeBytes: snapshotBytes } = this.#snapshot.file;
    return { snapshotBytes, journalBytes: this.#data.unfoldedBytes };
  }

  /** Finds out whether changes could be stored now. @throws the error that storing one would throw */
  async tryWriting(): Promise<void> {
    await writeSample(this.#folder, "probe", this.#fs);
    await checkSnapshot(this.#snapshot.file);
    await this.#data.journal?.tryWriting(this.#snapshot.guard);
  }

  /** Brings the state up to date. @throws DataReplaced, DataDamaged, and whatever the file system throws */
  async refresh(): Promise<void> {
    if (this.#isReplaced) throw new DataReplaced("store");
    if (!this.#isAdrift && (await this.#isCurrent())) return;
    // Position and state match again only once everything has been read.
    this.#isAdrift = true;
    await this.close();
    const loaded = await loadData(this.#folder, this.#snapshot, this.#fs);
    if (this.isOwners && this.#data.store !== undefined && loaded.store !== this.#data.store) {
      this.#isReplaced = true;
      throw new DataReplaced("store");
    }
    this.#data = loaded;
    this.#isAdrift = false;
    this.#stray.keep();
  }

  /** Makes the files ready to be written to. @param report is told about anything that was found and set aside */
  async prepareToWrite(now: Date, report: (message: string) => void): Promise<void> {
    await setAsideTorn(this.#data, report, this.#snapshot.guard);
    await this.#stray.remove();
    if (this.#data.format === firstFormat) await keepFirstFormat(this.#folder, this.#fs);
    if (this.#data.standsAlone) {
      const fold = await this.startFold(now);
      await fold();
    }
    if (this.#data.journal?.isOutdated) await this.#startJournal();
  }

  /** Stores changes durably and then applies them in memory; if it throws, it has done neither. */
  async append(changes: readonly Change[]): Promise<void> {
    await checkSnapshot(this.#snapshot.file);
    const journal = this.#data.journal ?? (await this.#startJournal());
    const { state } = this.#data;
    const bytesBefore = journal.sizeBytes;
    await journal.append(changeLines(state.lastChange + 1, changes), this.#snapshot.guard);
    for (const change of changes) state.apply(change);
    state.lastChange += changes.length;
    this.#data.unfoldedBytes += journal.sizeBytes - bytesBefore;
  }

  isFoldDue(moment: FoldMoment): boolean {
    const { state, foldedChange, unfoldedBytes } = this.#data;
    if (state.lastChange === foldedChange) return false;
    const { sizeBytes: snapshotBytes } = this.#snapshot.file;
    const sizes = { snapshotBytes, unfoldedBytes, failedFoldBytes: this.#failedFoldBytes };
    return isFoldDue(moment, sizes, this.#limits);
  }

  /** Begins to fold the journals: changes go into a new one while the returned function writes the snapshot. */
  async startFold(now: Date): Promise<() => Promise<void>> {
    const data = this.#data;
    const { low } = this.#snapshot;
    const foldedBytes = data.unfoldedBytes;
    this.#failedFoldBytes = foldedBytes; // Until it has succeeded.
    await this.#startJournal();
    const { snapshot, forgetGone } = freeze(data.state, data.store ?? "", now);
    return async () => {
      low.data = snapshot;
      await low.write().finally(() => {
        low.data = emptySnapshot;
      });
      forgetGone();
      data.foldedChange = snapshot.lastChange;
      data.format = snapshotFormat;
      data.standsAlone = false;
      data.unfoldedBytes -= foldedBytes;
      this.#failedFoldBytes = 0;
      await removeFoldedJournals(this.#folder, snapshot.lastChange, this.#fs);
    };
  }

  /**
   * Writes everything in memory into a new snapshot, after files were removed. Nobody writes meanwhile: until it has
   * finished, no change could be read without the missing files.
   * @throws whatever the file system throws
   */
  async rebuild(now: Date): Promise<void> {
    const data = this.#data;
    const { journal, unfoldedBytes } = data;
    const path = journalPath(this.#folder, data.state.lastChange + 1);
    await this.close();
    data.journal = undefined;
    try {
      const fold = await this.startFold(now);
      await fold();
    } catch (error) {
      // A change in the new journal could not be read without the missing snapshot.
      if (path !== journal?.path) await this.#stray.drop(path);
      data.journal = journal;
      data.unfoldedBytes = unfoldedBytes;
      throw error;
    }
  }

  /** @throws SnapshotGone, and the same as Journal.checkPlace */
  async checkPlace(): Promise<void> {
    await checkSnapshot(this.#snapshot.file);
    await this.#data.journal?.checkPlace();
  }

  /** Compares the files with their last known state. @throws LockLost, and whatever the file system throws */
  async look(): ReturnType<typeof lookAtFiles> {
    await this.#snapshot.guard();
    return lookAtFiles(this.#snapshot.file, this.#data.journal);
  }

  /** Everything in memory, for a backup. */
  frozen(now: Date): Snapshot {
    return freeze(this.#data.state, this.#data.store ?? "", now).snapshot;
  }

  /** Stops a fold under way; the snapshot stays unchanged. */
  stopFold = (): void => this.#snapshot.file.stop();

  /** Closes the open file; a later use opens it again. */
  async close(): Promise<void> {
    await this.#data.journal?.close();
  }

  /** Whether the state can be brought up to date by reading new changes. */
  async #isCurrent(): Promise<boolean> {
    try {
      const isCurrent = await readOn(this.#data, this.#snapshot, this.#folder, this.#fs);
      // If it exists it has been read, and others may have written to it by now.
      if (isCurrent) this.#stray.keep();
      return isCurrent;
    } catch (error) {
      this.#isAdrift = true;
      throw error;
    }
  }

  /** The journal that begins with the next change. */
  async #startJournal(): Promise<Journal> {
    const data = this.#data;
    const first = data.state.lastChange + 1;
    const isThere = data.journal?.first === first;
    if (data.journal && isThere && !data.journal.isOutdated) return data.journal;
    await data.journal?.settle(this.#snapshot.guard);
    const journal = new Journal(this.#folder, first, this.#fs);
    const store = data.store ?? randomUUID();
    try {
      await journal.create(store, this.#snapshot.guard);
    } catch (error) {
      // It may exist, and contradict changes that continue in the previous journal, unless it has replaced that one.
      if (!isThere) await this.#stray.drop(journal.path);
      throw error;
    }
    await data.journal?.close();
    data.journal = journal;
    data.store = store;
    data.unfoldedBytes += journal.sizeBytes;
    return journal;
  }
}
