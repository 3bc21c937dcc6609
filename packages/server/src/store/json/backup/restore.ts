import { randomUUID } from "node:crypto";
import { basename, dirname, join } from "node:path";
import { errorCode, type FileSystem, NoPlainFile } from "@outlay/files";
import type { FoundBackup, Restored } from "../../store.ts";
import { BadBackup, DataDamaged, LockLost, storageError } from "../../store-errors.ts";
import type { BackupOptions } from "./backup.ts";
import { keysBeforeBackup } from "./backed-up.ts";
import { carryOver } from "./carry-over.ts";
import { readFolder } from "../disk/load-data.ts";
import { snapshotName } from "../snapshot/snapshot.ts";
import { freeze, thaw } from "../snapshot/freeze.ts";
import { journalPath, journalsIn } from "../journal/journal-names.ts";
import { dropKept, keepPresent, replacedFolder } from "./keep-present.ts";
import { FolderLock, type LockRequest } from "../folder/folder-lock.ts";
import { randomMarks } from "./session-marks.ts";
import { SnapshotFile, WriteStopped } from "../snapshot/snapshot-file.ts";
import type { State } from "../memory/state.ts";
import { summaryOf } from "../memory/summary.ts";
import { takeFolder, type TakeFolderOptions } from "../folder/take-folder.ts";

export type RestoreOptions = BackupOptions & LockRequest & Omit<TakeFolderOptions, "folder">;

interface ReadBackup {
  state: State;
  isWhole: boolean;
}

/** @throws BadBackup, DataDamaged */
async function readBackup({ path, fs }: BackupOptions): Promise<ReadBackup> {
  const snapshot = await new SnapshotFile(path, fs).read().catch((error: unknown) => {
    const cause = error instanceof DataDamaged ? error.cause : undefined;
    if (cause instanceof NoPlainFile) throw new BadBackup(`${path} is ${cause.what}, not a file.`);
    const code = errorCode(error);
    throw code === undefined ? error : new BadBackup(`${path} can't be read (${code}).`);
  });
  if (!snapshot) throw new BadBackup(`There is no file ${path}.`);
  if (snapshot.standsAlone) {
    return { state: thaw({ ...snapshot, apiKeys: keysBeforeBackup(snapshot) }), isWhole: true };
  }
  // The file is the snapshot of a data folder, and later changes lie beside it or are lost.
  const folder = dirname(path);
  const isInFolder = basename(path) === snapshotName && (await journalsIn(folder, fs)).length > 0;
  return isInFolder
    ? { state: (await readFolder(folder, fs)).state, isWhole: true }
    : { state: thaw(snapshot), isWhole: false };
}

/**
 * Undefined where the present data can't be read: then nothing is known about what was revoked
 * since.
 */
async function readPresent(folder: string, fs: FileSystem): Promise<State | undefined> {
  try {
    return (await readFolder(folder, fs)).state;
  } catch (error) {
    const isUnreadable = error instanceof DataDamaged || errorCode(error) !== undefined;
    if (!isUnreadable) throw error;
    return undefined;
  }
}

async function putInPlace(
  state: State,
  options: BackupOptions,
  isHeld: () => Promise<boolean>,
): Promise<Pick<Restored, "keptIn" | "endedKeys">> {
  const { folder, fs, clock } = options;
  const firsts = await journalsIn(folder, fs);
  const journals = firsts.map((first) => journalPath(folder, first));
  const kept = replacedFolder(folder, clock());
  const file = new SnapshotFile(join(folder, snapshotName), fs, isHeld);
  let wasThere: boolean;
  let endedKeys: number;
  try {
    wasThere = (await keepPresent(folder, kept, fs)).isKept;
    const present = await readPresent(folder, fs);
    endedKeys = carryOver(state, present, clock().toISOString(), randomMarks);
    // Existing journals count as folded, so that one rename replaces all old data by the new ones.
    state.lastChange = Math.max(state.lastChange, ...firsts);
    const { snapshot } = freeze(state, randomUUID(), clock());
    await file.write({ ...snapshot, standsAlone: true });
  } catch (error) {
    await dropKept(folder, kept, fs);
    throw error;
  }
  // A remaining one is ignored from here on, and removed by the next fold.
  for (const path of journals) await fs.rm(path, { force: true }).catch(() => undefined);
  return { keptIn: wasThere ? kept : null, endedKeys };
}

/**
 * Replaces a folder's data by a backup, and keeps the replaced data. The whole backup is read and
 * its checksums verified before anything is touched.
 * @param confirm is told the backup's content; if it throws, nothing has happened
 * @throws BadBackup, DataDamaged, StorageUnavailable, StorageFull, and whatever `confirm` throws
 */
export async function restore(
  options: RestoreOptions,
  confirm: (found: FoundBackup) => Promise<void>,
): Promise<Restored> {
  const { state, isWhole } = await readBackup(options);
  const found: FoundBackup = { ...summaryOf(state), isWhole };
  await confirm(found);
  try {
    await takeFolder(options);
    const lock = new FolderLock(options);
    const done = await lock.hold(() => putInPlace(state, options, () => lock.isHeld()));
    return { ...found, ...done };
  } catch (error) {
    throw error instanceof WriteStopped ? new LockLost(false) : storageError(error);
  }
}
