/** `outlay import FILE`: plan, show, ask, do, tell. */
import type { FileHandle } from "node:fs/promises";
import type { Cli, Connection } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import { formatsFile } from "../../import/formats/formats-file.ts";
import { applyPlan } from "../../import/plan/apply-plan.ts";
import { countPlanned, emptyOutcome, type Outcome } from "../../import/plan/outcome.ts";
import type { PlanHead } from "../../import/plan/plan.ts";
import { checkPlan, readPlanHead } from "../../import/plan/plan-file.ts";
import { newTemporaryFile } from "../../import/temporary.ts";
import { progressOn } from "../../terminal/progress.ts";
import { checkNewFiles, keepPlan, takePlan } from "./import-files.ts";
import { checkTogether, type ImportWords } from "./import-options.ts";
import { previewText } from "./import-text.ts";
import { parseRequest, type Planning, planImport, readStored, type Stored } from "./plan-import.ts";
import { outcomeJson, rejectionOf, reportOutcome, warnOfCurrencies } from "./report-outcome.ts";

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
  { plan, preview, rejectsWritten, format }: Planning,
  words: ImportWords,
  connection: Connection,
): Promise<void> {
  const head = await readPlanHead(plan, words.apply ?? "the plan");
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
    if (words.plan !== undefined) await keepPlan(plan, words.plan);
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
      outcome = await applyPlan(plan, head, connection.imports, (count) =>
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
async function adoptPlan(plan: FileHandle, name: string, stored: Stored): Promise<Planning> {
  const preview = emptyOutcome();
  await checkPlan(plan, name, (row) => countPlanned(preview, row, (id) => stored.ids.has(id)));
  return { plan, preview, rejectsWritten: undefined, format: undefined };
}

/** @throws CliError */
export async function runImport(
  cli: Cli,
  file: string | undefined,
  words: ImportWords,
): Promise<void> {
  checkTogether(file, words);
  const request = file === undefined ? undefined : parseRequest(cli, file, words);
  await checkNewFiles(words);
  const plan = await newTemporaryFile();
  try {
    if (words.apply !== undefined) await takePlan(words.apply, plan);
    const connection = await cli.connect("import");
    const stored = await readStored(connection);
    const planning = request
      ? await planImport(cli, request, connection, stored, plan)
      : await adoptPlan(plan, words.apply ?? "the plan", stored);
    await runPlan(cli, planning, words, connection);
  } finally {
    await plan.close();
  }
}
