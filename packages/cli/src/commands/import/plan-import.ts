/** From the words behind `outlay import` to a plan in a file. */
import { resolve } from "node:path";
import { calendarDayOf, type Expense, type ExpenseCategory } from "@outlay/shared";
import type { Cli, Connection } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import type { FormatChoice } from "../../import/formats/choose-format.ts";
import { formatOf } from "../../import/formats/format-of.ts";
import { formatsFile, noFormat } from "../../import/formats/formats-file.ts";
import type { SavedFormat } from "../../import/formats/saved-format.ts";
import { History } from "../../import/plan/categorise.ts";
import { makePlan } from "../../import/plan/make-plan.ts";
import { countKeys } from "../../import/plan/identify.ts";
import { countPlanned, emptyOutcome, type Outcome } from "../../import/plan/outcome.ts";
import { RejectsFile } from "../../import/plan/rejects-file.ts";
import type { Given } from "../../import/sniff/given.ts";
import type { Layout } from "../../import/sniff/layout.ts";
import { openSource } from "../../import/read/source.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import {
  autoFormat,
  type ImportWords,
  parseDefaultCategory,
  parseGiven,
} from "./import-options.ts";

/** What the server has of the user's expenses, as far as an import needs to know it. */
export interface Stored {
  ids: ReadonlySet<string>;
  /** What isn't in the trash. */
  kept: readonly Expense[];
}

export async function readStored({ expenses }: Connection): Promise<Stored> {
  const kept = await expenses.list();
  const removed = await expenses.listRemoved();
  const ids = [...kept, ...removed].flatMap(({ external_id }) => external_id ?? []);
  return { ids: new Set(ids), kept };
}

export interface Planning {
  /** The plan's file. */
  path: string;
  /** What carrying it out is going to do, for what is known to be stored. */
  preview: Outcome;
  /** Where rejected rows were written; undefined if nowhere. */
  rejectsWritten: string | undefined;
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
  const { rejects } = words;
  if (rejects !== undefined && resolve(rejects) === resolve(file)) {
    throw usageError("--rejects names the file that is imported.", "Name another one.");
  }
  const given = parseGiven(words, calendarDayOf(cli.clock()));
  return { file, words, given, whenUnknown: parseDefaultCategory(words) };
}

/**
 * What earlier imports say for the batch of a key. Where it was cut off, what it has stored by then is no
 * history to what is left of it.
 */
async function pastOf(
  { imports }: Connection,
  { kept }: Stored,
  key: string,
  origins: ReadonlySet<string>,
): Promise<{ history: History; met: ReadonlyMap<string, number> }> {
  const batches = await imports.list();
  const expensesOf = async (isWanted: (externalId: string) => boolean): Promise<Expense[]> => {
    const wanted = batches.filter(
      ({ external_id }) => external_id !== null && isWanted(external_id),
    );
    return (await Promise.all(wanted.map(({ id }) => imports.expenses(id)))).flat();
  };
  const own = new Set((await expensesOf((id) => id === key)).map(({ id }) => id));
  const met = (await expensesOf((id) => origins.has(id))).map(({ external_id }) => external_id);
  return { history: new History(kept.filter(({ id }) => !own.has(id))), met: countKeys(met) };
}

/** @throws CliError */
export async function planImport(
  cli: Cli,
  { file, words, given, whenUnknown }: ImportRequest,
  connection: Connection,
  stored: Stored,
  path: string,
): Promise<Planning> {
  const formats = await formatChoice(cli, words);
  const ruleFor = compileRules(await cli.rules.read());
  const { rejects } = words;
  const source = await openSource(file, cli.io.inputChunks);
  const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
  const rejectsFile = new RejectsFile();
  const preview = emptyOutcome();
  let format: SavedFormat | undefined;
  try {
    await makePlan({
      source,
      path,
      given,
      formats,
      account: words.account,
      onLayout: (layout) => {
        warnOfFees(cli, layout);
        const account = words.account ?? layout.format?.account ?? undefined;
        if (words.saveAs !== undefined) format = formatOf(words.saveAs, layout, given, account);
      },
      pastFor: async (key, origins) => {
        const { history, met } = await pastOf(connection, stored, key, origins);
        return { categoriser: { ruleFor, history, whenUnknown }, met };
      },
      onProgress: (rows) => progress.show(`Reading ${printable(source.name)}: ${rows} rows`),
      onPlanned: (row) => countPlanned(preview, row, (id) => stored.ids.has(id)),
      onRejected: (row) => {
        if (rejects !== undefined) rejectsFile.add(row);
      },
    });
    const isWritten = rejects !== undefined && (await rejectsFile.write(rejects));
    return { path, preview, rejectsWritten: isWritten ? rejects : undefined, format };
  } finally {
    progress.end();
    await source.close();
  }
}
