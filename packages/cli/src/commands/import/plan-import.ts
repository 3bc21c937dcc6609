/** From the words behind `outlay import` to a plan in a file. */
import type { FileHandle } from "node:fs/promises";
import { calendarDayOf, type ExpenseCategory } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import type { FormatChoice } from "@outlay/import/src/formats/choose-format.ts";
import { formatOf } from "@outlay/import/src/formats/format-of.ts";
import { formatsFile, noFormat } from "../../import/formats-file.ts";
import type { SavedFormat } from "@outlay/import/src/formats/saved-format.ts";
import { makePlan } from "@outlay/import/src/plan/make-plan.ts";
import type { Outcome } from "@outlay/import/src/plan/outcome.ts";
import type { PlanHead } from "@outlay/import/src/plan/plan.ts";
import { RejectsFile } from "@outlay/import/src/plan/rejects-file.ts";
import type { Given } from "@outlay/import/src/given/given.ts";
import { parseGiven } from "@outlay/import/src/given/parse-given.ts";
import type { Layout } from "@outlay/import/src/sniff/layout.ts";
import { openSource } from "../../import/open-source.ts";
import { compileRules } from "@outlay/import/src/rules/compile-rules.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import { keepRejects } from "./import-files.ts";
import {
  autoFormat,
  type ImportWords,
  parseDefaultCategory,
  refuseForOwnFile,
} from "./import-options.ts";
import { readPast } from "./past.ts";

export interface Planning {
  plan: FileHandle;
  head: PlanHead;
  /** What carrying it out is going to do, for what is known to be stored. */
  preview: Outcome;
  /** Whether rejected rows don't keep the others out. */
  mayLeaveOut: boolean;
  /** Where rejected rows were written; undefined if nowhere. */
  rejectsWritten: string | undefined;
  /** False where what is stored may not be read: the preview then takes everything for new. */
  isPastKnown: boolean;
  /** The external ids of what is stored. */
  stored: ReadonlySet<string>;
  /** Whether the command, the format or the file says whose account it is. */
  isAccountKnown: boolean;
  /** To be kept, with `--save-as`. */
  format: SavedFormat | undefined;
}

async function formatChoice(cli: Cli, { format, saveAs }: ImportWords): Promise<FormatChoice> {
  const saved = await formatsFile(cli.configFolder).read();
  const isAuto = format === autoFormat || (format === undefined && saveAs !== undefined);
  const wanted = saved.find(({ name }) => name === format);
  if (format !== undefined && format !== autoFormat && !wanted) throw noFormat(format);
  return { saved, wanted, isAuto };
}

function warnOfFees(cli: Cli, { otherFee }: Layout): void {
  if (!otherFee) return;
  const { name } = otherFee;
  cli.warn(
    printable(`The fees in "${name}" are not added to the amounts; --map fee="${name}" adds them.`),
  );
}

/** What is to be imported, and how, as far as the words on the command line say it. */
export interface ImportRequest {
  file: string;
  words: ImportWords;
  given: Given;
  whenUnknown: ExpenseCategory | undefined;
}

/** @throws CliError usage */
export function parseRequest(cli: Cli, file: string, words: ImportWords): ImportRequest {
  const given = parseGiven(words, calendarDayOf(cli.clock()));
  return {
    file,
    words,
    given,
    whenUnknown: parseDefaultCategory(words),
  };
}

/** @throws CliError */
export async function planImport(
  cli: Cli,
  { file, words, given, whenUnknown }: ImportRequest,
  connection: Connection,
  plan: FileHandle,
): Promise<Planning> {
  const formats = await formatChoice(cli, words);
  const ruleFor = compileRules(await cli.rules.read());
  const { rejects } = words;
  const source = await openSource(file, cli.io.inputChunks);
  const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
  const mayLeaveOut = words.skipInvalid === true;
  const rejectsFile = new RejectsFile();
  let format: SavedFormat | undefined;
  let isPastKnown = true;
  let stored: ReadonlySet<string> = new Set();
  let isAccountKnown = account !== undefined;
  try {
    const { head, preview } = await makePlan({
      source,
      plan,
      given,
      formats,
      onLayout: (layout) => {
        warnOfFees(cli, layout);
        isAccountKnown ||= layout.account !== undefined || layout.format?.account != null;
        if (words.saveAs !== undefined) format = formatOf(words.saveAs, layout, given);
      },
      onOwnFile: () => refuseForOwnFile(source.name, words),
      pastFor: async (key, origins) => {
        const { history, met, ids, isKnown } = await readPast(connection, key, origins);
        isPastKnown = isKnown;
        stored = ids;
        const categoriser = { ruleFor, history, whenUnknown };
        return { categoriser, met, isStored: (id) => ids.has(id) };
      },
      onProgress: (fraction) => progress.show(`Reading ${source.name}`, fraction),
      mayLeaveOut,
      onRejected: (row) => {
        if (rejects !== undefined) rejectsFile.add(row);
      },
    });
    const rejectsText = rejectsFile.text();
    if (rejects !== undefined && rejectsText !== undefined) await keepRejects(rejectsText, rejects);
    const rejectsWritten = rejectsText === undefined ? undefined : rejects;
    const known = { stored, isPastKnown, isAccountKnown };
    return { plan, head, preview, mayLeaveOut, rejectsWritten, format, ...known };
  } finally {
    progress.end();
    await source.close();
  }
}
