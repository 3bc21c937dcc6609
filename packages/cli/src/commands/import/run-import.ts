/** `outlay import FILE`: plans the import, shows it, asks, carries it out, and reports. */
import { typedPath } from "../../arguments/typed-path.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { findFile } from "../../import/open-source.ts";
import { newPlanFile } from "@outlay/import";
import { ask } from "../../terminal/ask.ts";
import { adoptPlan } from "./adopt-plan.ts";
import { carryOut } from "./carry-out.ts";
import { findRecordedTwice } from "./find-recorded-twice.ts";
import { checkNewFiles, takePlan } from "./import-files.ts";
import { checkTogether, type ImportWords } from "./import-options.ts";
import { parseRequest, type Planning, planImport } from "./plan-import.ts";
import { gapOf, rejectionOf, reportNothing, warnOfGaps } from "./report-outcome.ts";
import { showPlan } from "./show-plan.ts";

const noFile = () =>
  usageError(
    "The file to import is missing.",
    "Name it, or - for standard input: outlay import bank.csv",
  );

/** @throws CliError usage, interrupted */
async function askFile(cli: Cli): Promise<string> {
  if (!cli.prompts) throw noFile();
  return ask(cli.prompts, "File to import:", async (answer) => {
    const path = typedPath(answer, cli.env["HOME"]);
    if (path === "") throw noFile();
    await findFile(path);
    return path;
  });
}

const withoutPast =
  "This API key may only import. Expenses that are already stored are found only when they are sent, and\n" +
  "your history can't be used for categories.";

async function settle(
  cli: Cli,
  planning: Planning,
  words: ImportWords,
  connection: Connection,
): Promise<void> {
  const { head, preview, mayLeaveOut, isPastKnown } = planning;
  if (!isPastKnown) cli.note(withoutPast);
  const rejection = rejectionOf(planning, words);
  const gap = gapOf(planning, words);
  if (!gap) warnOfGaps(cli, preview);
  const isRefused = gap !== undefined || (rejection !== undefined && !mayLeaveOut);
  const recordedTwice =
    isRefused && !words.dryRun ? undefined : await findRecordedTwice(planning, connection);
  if (words.dryRun) {
    await showPlan(cli, planning, words, connection);
    if (recordedTwice !== undefined) cli.warn(recordedTwice);
  } else if (isRefused) reportNothing(cli, preview, head);
  else await carryOut(cli, planning, words, connection, recordedTwice);
  const error = rejection ?? gap;
  if (error) throw error;
}

interface Named {
  file: string | undefined;
  /** The subcommand that the word may have meant, if it is not a file. */
  hint: string | undefined;
}

/** @throws CliError */
export async function runImport(
  cli: Cli,
  { file: named, hint }: Named,
  words: ImportWords,
): Promise<void> {
  checkTogether(named, words);
  if (named !== undefined && hint !== undefined) await findFile(named, hint);
  const file = words.apply === undefined ? (named ?? (await askFile(cli))) : undefined;
  const request = file === undefined ? undefined : parseRequest(cli, file, words);
  await checkNewFiles(cli, words);
  const plan = await newPlanFile();
  try {
    if (words.apply !== undefined) await takePlan(words.apply, plan);
    const connection = await cli.connect();
    const planning = request
      ? await planImport(cli, request, connection, plan)
      : await adoptPlan(cli, plan, words.apply ?? "the plan", connection, words);
    await settle(cli, planning, words, connection);
  } finally {
    await plan.close();
  }
}
