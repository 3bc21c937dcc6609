/** `outlay import FILE`: plan, show, ask, do, tell. */
import { constants } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode } from "@outlay/files";
import type { Cli, Connection } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { formatsFile } from "../../import/formats/formats-file.ts";
import { applyPlan } from "../../import/plan/apply-plan.ts";
import { countPlanned, emptyOutcome, type Outcome } from "../../import/plan/outcome.ts";
import type { PlanHead } from "../../import/plan/plan.ts";
import { checkPlan, readPlanHead } from "../../import/plan/plan-file.ts";
import { newTemporaryFolder } from "../../import/temporary.ts";
import { progressOn } from "../../terminal/progress.ts";
import { checkTogether, type ImportWords } from "./import-options.ts";
import { previewText } from "./import-text.ts";
import { parseRequest, type Planning, planImport, readStored, type Stored } from "./plan-import.ts";
import { outcomeJson, rejectionOf, reportOutcome, warnOfCurrencies } from "./report-outcome.ts";

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
  { path, preview, rejectsWritten, format }: Planning,
  words: ImportWords,
  connection: Connection,
): Promise<void> {
  const head = await readPlanHead(path);
  const refused = preview.rejected.length > 0 && rejectionOf(preview, words, rejectsWritten);
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
  reportOutcome(cli, outcome, head);
  if (refused) throw refused;
}

/** A plan that was made before. @param name what people call it @throws CliError usage */
async function adoptPlan(path: string, name: string, stored: Stored): Promise<Planning> {
  const preview = emptyOutcome();
  await checkPlan(path, name, (row) => countPlanned(preview, row, (id) => stored.ids.has(id)));
  return { path, preview, rejectsWritten: undefined, format: undefined };
}

/** @throws CliError */
export async function runImport(
  cli: Cli,
  file: string | undefined,
  words: ImportWords,
): Promise<void> {
  checkTogether(file, words);
  const request = file === undefined ? undefined : parseRequest(cli, file, words);
  const folder = await newTemporaryFolder();
  try {
    const path = join(folder, "plan");
    if (words.apply !== undefined) await copyPlan(words.apply, path);
    const connection = await cli.connect("import");
    const stored = await readStored(connection);
    const planning = request
      ? await planImport(cli, request, connection, stored, path)
      : await adoptPlan(path, words.apply ?? path, stored);
    await runPlan(cli, planning, words, connection);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
