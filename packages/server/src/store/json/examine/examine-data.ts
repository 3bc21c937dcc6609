import { basename, join } from "node:path";
import { commandLine, errorCode } from "@outlay/files";
import { type Check, checkOf, counted, grouped } from "@outlay/shared";
import { Low } from "lowdb";
import { DataDamaged, readingError } from "../../store-errors.ts";
import { firstFormatName, snapshotName } from "../data-files.ts";
import type { ExamineOptions } from "./examine.ts";
import { loadData, type LoadedData } from "../load-data.ts";
import { emptySnapshot, type Snapshot, snapshotFormat } from "../snapshot.ts";
import { SnapshotFile } from "../snapshot-file.ts";
import type { State } from "../state.ts";
import { isGone, oldestKept } from "../trash.ts";

const data = checkOf("data");
const format = checkOf("format");
const journal = checkOf("journal");

interface DataExamination {
  checks: Check[];
  hasData: boolean;
  /** All of it can be read. */
  isWell: boolean;
}

interface Read {
  loaded: LoadedData;
  isOutdated: boolean;
}

async function read({ folder, fs }: ExamineOptions): Promise<Read> {
  const file = new SnapshotFile(join(folder, snapshotName), fs);
  const loaded = await loadData(folder, file, new Low<Snapshot>(file, emptySnapshot), fs);
  return { loaded, isOutdated: file.isOutdated };
}

/** A line that another process is writing looks torn at first, and has grown at a second look. */
async function readTwiceIfTorn(options: ExamineOptions): Promise<Read> {
  const first = await read(options);
  const before = first.loaded.torn;
  if (!before) return first;
  const second = await read(options);
  const after = second.loaded.torn;
  const isSame = after?.path === before.path && after.bytes.equals(before.bytes);
  return isSame ? second : { ...second, loaded: { ...second.loaded, torn: undefined } };
}

function contentText({ users, expenses, budgets }: State, now: Date): string {
  const oldest = oldestKept(now);
  const inTrash = expenses.count((record) => record.deletedAt !== null && !isGone(record, oldest));
  return [
    counted(users.size, "account"),
    counted(
      expenses.count(({ deletedAt }) => deletedAt === null),
      "expense",
    ) + (inTrash > 0 ? ` (and ${grouped(inTrash)} in the trash)` : ""),
    counted(
      budgets.count(({ deletedAt }) => deletedAt === null),
      "budget",
    ),
  ].join(", ");
}

function formatCheck({ isOutdated }: Read): Check {
  return isOutdated
    ? format.note(
        `${snapshotName} has the format of an earlier version, without checksums.`,
        `The next change converts it and keeps it as ${firstFormatName}. There is nothing to do.`,
      )
    : format.ok(`${snapshotFormat}, with checksums, and every one is right.`);
}

function journalCheck({ loaded: { state, foldedChange, torn, journal: last } }: Read): Check {
  const unfolded = state.lastChange - foldedChange;
  if (torn) {
    return journal.note(
      `A crash cut the last line of ${basename(torn.path)} short; nobody was told that it is kept.`,
      `The next change sets the ${counted(torn.bytes.length, "byte")} aside. There is nothing to do.`,
    );
  }
  if (!last) return journal.ok(`There is none; ${snapshotName} stands alone.`);
  return journal.ok(
    unfolded === 0
      ? `All changes are in ${snapshotName}.`
      : `${counted(unfolded, "change")} in it, not yet in ${snapshotName}.`,
  );
}

function refusal({ folder }: ExamineOptions, error: unknown): Check {
  if (error instanceof DataDamaged) {
    return data.fault(
      error.message,
      "What is there now is kept when you bring back a backup with: outlay restore-backup FILE",
    );
  }
  const code = errorCode(error);
  if (code === undefined) throw error;
  const { message } = readingError(error) as Error;
  const hint =
    code === "EACCES" || code === "EPERM"
      ? `See whose they are with: ${commandLine("ls", "-la", folder)}`
      : "The disk may be failing. Copy the folder to another one before you do anything else.";
  return data.fault(message, hint);
}

/** Whether all that is stored can be read for certain. */
export async function examineData(options: ExamineOptions): Promise<DataExamination> {
  let found: Read;
  try {
    found = await readTwiceIfTorn(options);
  } catch (error) {
    return { checks: [refusal(options, error)], hasData: true, isWell: false };
  }
  const { state, store } = found.loaded;
  if (store === undefined) {
    const nothing = data.ok("Nothing has been recorded yet.");
    return { checks: [nothing], hasData: false, isWell: true };
  }
  const content = data.ok(`${contentText(state, options.clock())}.`);
  const checks = [content, formatCheck(found), ...(found.isOutdated ? [] : [journalCheck(found)])];
  return { checks, hasData: true, isWell: true };
}
