/** `outlay import FILE`: plan, show, ask, do, tell. */
import type { FileHandle } from "node:fs/promises";
import type { Cli, Connection } from "../../cli.ts";
import { countPlanned, emptyOutcome } from "../../import/plan/outcome.ts";
import { checkPlan, readPlanHead } from "../../import/plan/plan-file.ts";
import { newTemporaryFile } from "../../import/temporary.ts";
import { carryOut } from "./carry-out.ts";
import { checkNewFiles, takePlan } from "./import-files.ts";
import { checkTogether, type ImportWords } from "./import-options.ts";
import { parseRequest, type Planning, planImport, readStored, type Stored } from "./plan-import.ts";
import { rejectionOf, reportNothing } from "./report-outcome.ts";
import { showPlan } from "./show-plan.ts";

async function settle(
  cli: Cli,
  planning: Planning,
  words: ImportWords,
  connection: Connection,
): Promise<void> {
  const { head, preview } = planning;
  const rejection = rejectionOf(planning, words);
  if (words.dryRun) await showPlan(cli, planning, words);
  else if (rejection && !words.skipInvalid) reportNothing(cli, preview, head);
  else await carryOut(cli, planning, words, connection);
  if (rejection) throw rejection;
}

/** A plan that was made before. @param name what people call it @throws CliError usage */
async function adoptPlan(plan: FileHandle, name: string, stored: Stored): Promise<Planning> {
  const preview = emptyOutcome();
  await checkPlan(plan, name, (row) => countPlanned(preview, row, (id) => stored.ids.has(id)));
  const head = await readPlanHead(plan, name);
  return { plan, head, preview, rejectsWritten: undefined, format: undefined };
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
    await settle(cli, planning, words, connection);
  } finally {
    await plan.close();
  }
}
