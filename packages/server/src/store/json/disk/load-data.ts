import { join } from "node:path";
import { errorCode, type FileSystem } from "@outlay/files";
import { Low } from "lowdb";
import { DataDamaged, StorageUnavailable } from "../../store-errors.ts";
import { thaw } from "../snapshot/freeze.ts";
import { type Guard, guardOf } from "../journal/guard.ts";
import { Journal } from "../journal/journal.ts";
import { journalPath, journalsIn } from "../journal/journal-names.ts";
import { firstFormat } from "../snapshot/read-first-format.ts";
import { emptySnapshot, type Snapshot, snapshotName } from "../snapshot/snapshot.ts";
import { SnapshotFile } from "../snapshot/snapshot-file.ts";
import type { State } from "../memory/state.ts";
import type { TornLine } from "../journal/torn-line.ts";

/** A folder's snapshot, which lowdb reads and writes. */
export interface FolderSnapshot {
  file: SnapshotFile;
  low: Low<Snapshot>;
  /** Called before anything else in the folder is written to. */
  guard: Guard;
}

/** @param isHeld whether the folder's lock is held: checked before anything is replaced */
export function openSnapshot(
  folder: string,
  fs: FileSystem,
  isHeld = () => Promise.resolve(true),
): FolderSnapshot {
  const file = new SnapshotFile(join(folder, snapshotName), fs, isHeld);
  return { file, low: new Low<Snapshot>(file, emptySnapshot), guard: guardOf(isHeld) };
}

/** The data that a folder's files add up to. */
export interface LoadedData {
  state: State;
  /** Undefined where nothing has been stored yet. */
  store: string | undefined;
  /** The last journal, which is the one to write to; undefined where there is none yet. */
  journal: Journal | undefined;
  /**
   * The snapshot's format; undefined where there is no snapshot. A snapshot of the first format has
   * no journals.
   */
  format: string | undefined;
  /**
   * Whether the snapshot says that no journal belongs to it; it must be folded before any change.
   */
  standsAlone: boolean;
  /** The torn line that a crash left at the journal's end. */
  torn: TornLine | undefined;
  /** The last change that the snapshot includes. */
  foldedChange: number;
  /** The length of the journals with the changes after it. */
  unfoldedBytes: number;
}

/** The time for which reading is retried because others keep changing the data. */
const patienceMs = 10_000;

/**
 * Reading fails like this while another process folds; if it goes on failing, the data are damaged.
 */
const isInconsistent = (error: unknown) =>
  error instanceof DataDamaged || errorCode(error) === "ENOENT";

/** Continues reading a journal where it was left. Only the last journal can end in a torn line. */
async function readJournal(data: LoadedData, journal: Journal): Promise<void> {
  const { state } = data;
  const bytesBefore = journal.sizeBytes;
  const { store, lastChange, torn } = await journal.read(
    { store: data.store, lastChange: state.lastChange },
    (change) => state.apply(change),
  );
  state.lastChange = lastChange;
  data.store = store;
  data.journal = journal;
  data.torn = torn;
  data.unfoldedBytes += journal.sizeBytes - bytesBefore;
}

/** @throws the same as loadData */
async function readJournalsOn(data: LoadedData, folder: string, fs: FileSystem): Promise<void> {
  const { journal } = data;
  if (journal) {
    const state = await journal.look();
    if (state === "changed")
      throw new DataDamaged(`${journal.path} no longer holds all changes that were read from it.`);
    if (state === "grown") await readJournal(data, journal);
    else data.torn = undefined;
  }
  for (;;) {
    // A fold under way has begun another journal after this one.
    const next = new Journal(folder, data.state.lastChange + 1, fs);
    if (next.first === data.journal?.first || !(await next.exists())) return;
    await readJournal(data, next);
  }
}

/**
 * Reads changes that others have written since, as long as the snapshot is still the same. False
 * where it isn't: then the data must be loaded again.
 * @throws whatever the file system throws
 */
export async function readOn(
  data: LoadedData,
  { file }: FolderSnapshot,
  folder: string,
  fs: FileSystem,
): Promise<boolean> {
  try {
    if (await file.hasChanged()) return false;
    // A snapshot of the first format has no journals.
    if (data.format !== firstFormat) await readJournalsOn(data, folder, fs);
    // A fold removes journals only once its snapshot is in place.
    return !(await file.hasChanged());
  } catch (error) {
    // Another process has folded meanwhile, or cut off a change that it could not sync.
    if (isInconsistent(error)) return false;
    throw error;
  }
}

async function readJournals(data: LoadedData, folder: string, fs: FileSystem): Promise<void> {
  const { state, foldedChange } = data;
  const firsts = (await journalsIn(folder, fs)).filter((first) => first > foldedChange);
  for (const first of firsts) {
    const next = state.lastChange + 1;
    const path = journalPath(folder, first);
    if (first > next)
      throw new DataDamaged(`${path}: change ${next} is missing, and perhaps others after it.`);
    if (data.torn || first < next) {
      throw new DataDamaged(`${path}: it doesn't continue where ${data.journal?.path} ends.`);
    }
    await readJournal(data, new Journal(folder, first, fs));
  }
}

/**
 * Beside a snapshot of the first format there can only be a journal left by an interrupted
 * conversion.
 */
async function checkNoChanges(folder: string, fs: FileSystem): Promise<void> {
  for (const first of await journalsIn(folder, fs)) {
    const journal = new Journal(folder, first, fs);
    await journal.read({ store: undefined, lastChange: first - 1 }, () => {
      throw new DataDamaged(
        `${journal.path}: it belongs to different data than the file beside it.`,
      );
    });
  }
}

async function loadOnce(
  folder: string,
  { file, low }: FolderSnapshot,
  fs: FileSystem,
): Promise<LoadedData> {
  low.data = emptySnapshot;
  await low.read();
  const snapshot = low.data;
  const isNew = snapshot === emptySnapshot;
  // The state holds the data from here on; otherwise lowdb would keep a second list of everything.
  low.data = emptySnapshot;
  const data: LoadedData = {
    state: thaw(snapshot),
    store: isNew ? undefined : snapshot.store,
    journal: undefined,
    format: file.format,
    standsAlone: snapshot.standsAlone,
    torn: undefined,
    foldedChange: snapshot.lastChange,
    unfoldedBytes: 0,
  };
  if (file.format === firstFormat) await checkNoChanges(folder, fs);
  else await readJournals(data, folder, fs);
  if (!isNew && !snapshot.standsAlone && !data.journal) {
    const missing = journalPath(folder, snapshot.lastChange + 1);
    throw new DataDamaged(`${missing} is missing; it holds the changes made after ${file.path}.`);
  }
  return data;
}

/**
 * Reads a folder's snapshot and journals, while others may be writing.
 * @throws DataDamaged, StorageUnavailable, and whatever the file system throws
 */
export async function loadData(
  folder: string,
  snapshot: FolderSnapshot,
  fs: FileSystem,
): Promise<LoadedData> {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    try {
      return await loadOnce(folder, snapshot, fs);
    } catch (error) {
      // Another process may have folded meanwhile: then the files that were read don't fit
      // together.
      if (!isInconsistent(error) || !(await snapshot.file.hasChanged())) throw error;
    }
  }
  throw new StorageUnavailable("Other processes change the data faster than they can be read.");
}

/**
 * All data stored in a folder, for a single reading.
 * @throws the same as loadData
 */
export const readFolder = (folder: string, fs: FileSystem): Promise<LoadedData> =>
  loadData(folder, openSnapshot(folder, fs), fs);
