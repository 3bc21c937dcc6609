/** `outlay import FILE`: plan, show, ask, do, tell. */
import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { constants } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { centsToText, counted } from "@outlay/shared";
import { errorCode } from "@outlay/files";
import type { Cli, Connection } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { applyPlan, type Outcome, previewPlan, storedIds } from "../../import/plan/apply-plan.ts";
import { History } from "../../import/plan/categorise.ts";
import type { FormatChoice } from "../../import/formats/choose-format.ts";
import { formatOf } from "../../import/formats/format-of.ts";
import { formatsFile, noFormat } from "../../import/formats/formats-file.ts";
import type { SavedFormat } from "../../import/formats/saved-format.ts";
import { makePlan } from "../../import/plan/make-plan.ts";
import type { PlanHead } from "../../import/plan/plan.ts";
import { checkPlan, readPlanHead } from "../../import/plan/plan-file.ts";
import { RejectsFile } from "../../import/plan/rejects-file.ts";
import { openSource } from "../../import/read/source.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import { groupedText } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { progressOn } from "../../terminal/progress.ts";
import {
  autoFormat,
  checkTogether,
  type ImportWords,
  parseDefaultCategory,
  parseGiven,
} from "./import-options.ts";
import { faultsText, previewText, restText } from "./import-text.ts";

/** What the server has of the user's expenses, as far as an import needs to know it. */
interface Stored {
  ids: ReadonlySet<string>;
  history: History;
}

async function readStored({ expenses }: Connection): Promise<Stored> {
  const kept = await expenses.list();
  const removed = await expenses.listRemoved();
  return { ids: storedIds(kept, removed), history: new History(kept) };
}

interface Planning {
  /** The plan's file. */
  path: string;
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

async function planFile(
  cli: Cli,
  file: string,
  words: ImportWords,
  stored: Stored,
  path: string,
): Promise<Planning> {
  const given = parseGiven(words);
  const formats = await formatChoice(cli, words);
  const whenUnknown = parseDefaultCategory(words);
  const ruleFor = compileRules(await cli.rules.read());
  const { rejects } = words;
  if (rejects !== undefined && resolve(rejects) === resolve(file)) {
    throw usageError("--rejects names the file that is imported.", "Name another one.");
  }
  const source = await openSource(file, cli.io.inputChunks);
  const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
  const rejectsFile = new RejectsFile();
  let format: SavedFormat | undefined;
  try {
    await makePlan({
      source,
      path,
      given,
      formats,
      account: words.account,
      onLayout: (layout) => {
        const account = words.account ?? layout.format?.account ?? undefined;
        if (words.saveAs !== undefined) format = formatOf(words.saveAs, layout, given, account);
      },
      categoriser: { ruleFor, history: stored.history, whenUnknown },
      onProgress: (rows) => progress.show(`Reading ${printable(source.name)}: ${rows} rows`),
      onRejected: (cells, reason, table) => {
        if (rejects !== undefined) rejectsFile.add(cells, reason, table);
      },
    });
    const isWritten = rejects !== undefined && (await rejectsFile.write(rejects));
    return { path, rejectsWritten: isWritten ? rejects : undefined, format };
  } finally {
    progress.end();
    await source.close();
  }
}

async function copyPlan(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to, constants.COPYFILE_EXCL);
  } catch (error) {
    const code = errorCode(error);
    if (code === "EEXIST") {
      throw usageError(`${to} is there already.`, "Choose another name for the plan.");
    }
    throw usageError(`The plan can't be copied from ${from} to ${to} (${code ?? String(error)}).`);
  }
}

function rejection(outcome: Outcome, words: ImportWords, written: string | undefined): CliError {
  const { rejected } = outcome;
  const what = counted(rejected.length, "row");
  const isDone = words.skipInvalid && !words.dryRun;
  const message = isDone
    ? `${what} ${rejected.length === 1 ? "was" : "were"} rejected and left out:`
    : `${what} can't be imported${words.dryRun ? "" : ", so nothing was"}:`;
  const hints = [
    ...(written === undefined ? [] : [`They are in ${written}: mend and import it.`]),
    ...(isDone || words.skipInvalid
      ? []
      : ["Leave them out with --skip-invalid; --rejects FILE writes them to a file of their own."]),
  ];
  return new CliError(
    "rows_rejected",
    `${message}\n${faultsText(rejected)}`,
    hints.length > 0 ? { hint: hints.join(" ") } : {},
  );
}

/** As `--json` tells it (contract 3, 10). */
const outcomeJson = (outcome: Outcome, head: PlanHead, isDry: boolean) => ({
  import_id: outcome.importId,
  source: head.source,
  read: outcome.read,
  imported: outcome.imported,
  duplicates: outcome.duplicates,
  ignored: outcome.ignored,
  rejected: outcome.rejected,
  total: centsToText(outcome.totalCents),
  detected: head.detected,
  categorised: outcome.categorised,
  dry_run: isDry,
});

function warnOfCurrencies(cli: Cli, { centsByCurrency }: Outcome): void {
  const named = [...centsByCurrency].filter(([currency]) => currency !== "");
  if (named.length < 2) return;
  const sums = named.map(([currency, cents]) => `${currency} ${groupedText(cents)}`).join(", ");
  cli.warn(printable(`The amounts are in several currencies and stored as they stand: ${sums}.`));
}

function report(cli: Cli, outcome: Outcome, head: PlanHead): void {
  const { imported, totalCents, importId } = outcome;
  const name = printable(head.source);
  const lines =
    imported > 0
      ? [
          `Imported ${counted(imported, "expense")}, ${groupedText(totalCents)} in all, from ${name}.`,
          ...restText(outcome),
        ]
      : [`Nothing new in ${name}.`, ...restText(outcome)];
  cli.report(outcomeJson(outcome, head, false), lines.join("\n"));
  if (imported > 0 && importId !== null) {
    cli.note(`It can be taken back whole: outlay import revert ${importId}`);
  }
}

/** @throws CliError interrupted */
async function confirmed(cli: Cli, preview: Outcome, head: PlanHead): Promise<void> {
  if (!cli.prompts) return;
  cli.io.err(previewText(preview, head.detected, cli.io.columns));
  const question = `Import ${preview.imported === 1 ? "it" : `these ${preview.imported}`}?`;
  if (!(await cli.prompts.confirm(question, { isYesByDefault: true }))) {
    throw new CliError("interrupted", "Nothing was imported.");
  }
}

async function runPlan(
  cli: Cli,
  { path, rejectsWritten, format }: Planning,
  words: ImportWords,
  connection: Connection,
  stored: Stored,
): Promise<void> {
  const head = await readPlanHead(path);
  const preview = await previewPlan(path, (id) => stored.ids.has(id));
  const refused = preview.rejected.length > 0 && rejection(preview, words, rejectsWritten);
  if (format && !(refused && !words.skipInvalid)) {
    await formatsFile(cli.configFolder).put(format);
    cli.note(`Kept how it is read as ${format.name}; files with these columns are read so.`);
  }
  if (words.dryRun) {
    cli.show(outcomeJson(preview, head, true), () =>
      previewText(preview, head.detected, cli.io.columns),
    );
    warnOfCurrencies(cli, preview);
    if (words.plan !== undefined) await copyPlan(path, words.plan);
    if (refused) throw refused;
    return;
  }
  if (refused && !words.skipInvalid) throw refused;
  warnOfCurrencies(cli, preview);
  let outcome = preview;
  if (preview.imported > 0) {
    if (!words.yes) await confirmed(cli, preview, head);
    const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
    try {
      outcome = await applyPlan(path, head, connection.imports, (count) =>
        progress.show(`Importing: ${count} of ${preview.imported + preview.duplicates}`),
      );
    } finally {
      progress.end();
    }
  }
  report(cli, outcome, head);
  if (refused) throw refused;
}

/** @throws CliError */
export async function runImport(
  cli: Cli,
  file: string | undefined,
  words: ImportWords,
): Promise<void> {
  checkTogether(file, words);
  const folder = await mkdtemp(join(tmpdir(), "outlay-"));
  try {
    const path = join(folder, "plan");
    if (words.apply !== undefined) {
      await copyPlan(words.apply, path);
      await checkPlan(path);
    }
    const connection = await cli.connect("import");
    const stored = await readStored(connection);
    const planning =
      file === undefined
        ? { path, rejectsWritten: undefined, format: undefined }
        : await planFile(cli, file, words, stored, path);
    await runPlan(cli, planning, words, connection, stored);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
