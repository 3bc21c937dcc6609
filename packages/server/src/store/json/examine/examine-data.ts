import { basename } from "node:path";
import { commandLine, errorCode } from "@outlay/files";
import { type Check, checkOf, counted, grouped } from "@outlay/shared";
import { DataDamaged, readingError } from "../../store-errors.ts";
import { firstFormatName } from "../disk/keep-first-format.ts";
import type { ExamineOptions } from "./examine-options.ts";
import { type LoadedData, readFolder } from "../disk/load-data.ts";
import { firstFormat } from "../snapshot/read-first-format.ts";
import { summaryOf } from "../memory/summary.ts";
import { snapshotFormat, snapshotName } from "../snapshot/snapshot.ts";
import type { State } from "../memory/state.ts";
import { isGone, oldestKept } from "../memory/trash.ts";

const data = checkOf("data");
const format = checkOf("format");
const journal = checkOf("journal");

interface DataExamination {
  checks: Check[];
  hasData: boolean;
  /** Whether all of it can be read. */
  isWell: boolean;
}

/** A line that another process is writing looks torn at first, and is complete at a second look. */
async function readTwiceIfTorn({ folder, fs }: ExamineOptions): Promise<LoadedData> {
  const first = await readFolder(folder, fs);
  if (!first.torn) return first;
  const second = await readFolder(folder, fs);
  const isSame =
    second.torn?.path === first.torn.path && second.torn.bytes.equals(first.torn.bytes);
  return isSame ? second : { ...second, torn: undefined };
}

function contentText(state: State, now: Date): string {
  const { usernames, expenses, budgets, imports, apiKeys, categories, rates } = summaryOf(state);
  const oldest = oldestKept(now);
  const inTrash = state.expenses.count(
    (record) => record.deletedAt !== null && !isGone(record, oldest),
  );
  const trash = inTrash > 0 ? ` (and ${grouped(inTrash)} in the trash)` : "";
  return [
    counted(usernames.length, "account"),
    counted(expenses, "expense") + trash,
    counted(budgets, "budget"),
    ...(imports > 0 ? [counted(imports, "import")] : []),
    ...(apiKeys > 0 ? [counted(apiKeys, "API key")] : []),
    ...(categories > 0
      ? [categories === 1 ? "1 category" : `${grouped(categories)} categories`]
      : []),
    ...(rates > 0 ? [counted(rates, "exchange rate")] : []),
  ].join(", ");
}

function formatCheck({ format: found, journal: last }: LoadedData): Check {
  if (found === firstFormat) {
    return format.note(
      `${snapshotName} has the format of an earlier version, without checksums.`,
      `The next change converts it and keeps it as ${firstFormatName}. There is nothing to do.`,
    );
  }
  const isOutdated = (found ?? snapshotFormat) !== snapshotFormat || last?.isOutdated;
  return isOutdated
    ? format.note(
        "The format of an earlier version, with checksums, all of them correct.",
        `The next changes convert it to ${snapshotFormat}. There is nothing to do.`,
      )
    : format.ok(`${snapshotFormat}, with checksums, all of them correct.`);
}

function journalCheck({ state, foldedChange, torn, journal: last }: LoadedData): Check {
  const unfolded = state.lastChange - foldedChange;
  if (torn) {
    return journal.note(
      `A crash cut the last line of ${basename(torn.path)} short; nobody had been told that it was stored.`,
      `The next change sets the ${counted(torn.bytes.length, "byte")} aside. There is nothing to do.`,
    );
  }
  if (!last) return journal.ok(`There is none; all data are in ${snapshotName}.`);
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
      "Bring back a backup, which keeps the present files aside, with: outlay restore-backup FILE",
    );
  }
  const code = errorCode(error);
  if (code === undefined) throw error;
  const { message } = readingError(error) as Error;
  const hint =
    code === "EACCES" || code === "EPERM"
      ? `See who owns them with: ${commandLine("ls", "-la", folder)}`
      : "The disk may be failing. Copy the folder to another one before you do anything else.";
  return data.fault(message, hint);
}

/** Checks whether all stored data can be read for certain. */
export async function examineData(options: ExamineOptions): Promise<DataExamination> {
  let found: LoadedData;
  try {
    found = await readTwiceIfTorn(options);
  } catch (error) {
    return { checks: [refusal(options, error)], hasData: true, isWell: false };
  }
  const { state, store } = found;
  if (store === undefined) {
    const nothing = data.ok("Nothing has been recorded yet.");
    return { checks: [nothing], hasData: false, isWell: true };
  }
  const content = data.ok(`${contentText(state, options.clock())}.`);
  const checks = [
    content,
    formatCheck(found),
    ...(found.format === firstFormat ? [] : [journalCheck(found)]),
  ];
  return { checks, hasData: true, isWell: true };
}
