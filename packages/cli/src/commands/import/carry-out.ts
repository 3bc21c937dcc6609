/** Carries out a plan, if the person at the terminal agrees. */
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { CliError } from "../../errors/cli-error.ts";
import { formatsFile } from "../../import/formats-file.ts";
import { applyPlan } from "../../import/apply-plan.ts";
import type { Outcome } from "@outlay/import";
import { progressOn } from "../../terminal/progress.ts";
import { notedImports } from "../../undo/note-change.ts";
import type { ImportWords } from "./import-options.ts";
import { previewText } from "./import-text.ts";
import type { Planning } from "./plan-import.ts";
import { reportOutcome } from "./report-outcome.ts";
import { verifying } from "./verify-stored.ts";

/** @throws CliError interrupted */
async function confirm(
  cli: Cli,
  { preview, head }: Planning,
  { money, categories }: Pick<Connection, "money" | "categories">,
  recordedTwice: string | undefined,
): Promise<void> {
  const { prompts } = cli;
  const { label } = categories;
  if (prompts)
    cli.io.err(previewText(preview, head.detected, { width: cli.io.errColumns, money, label }));
  if (recordedTwice !== undefined) cli.warn(recordedTwice);
  if (!prompts) return;
  const isDoubtful = recordedTwice !== undefined;
  const which = preview.imported === 1 ? "it" : `these ${preview.imported}`;
  const question = `Import ${which}${isDoubtful ? " anyway" : ""}?`;
  if (!(await prompts.confirm(question, { isYesByDefault: !isDoubtful }))) {
    throw new CliError("interrupted", "Nothing was imported.");
  }
}

async function apply(
  cli: Cli,
  { plan, head, preview, fileMoney }: Planning,
  connection: Connection,
): Promise<Outcome> {
  const count = preview.imported + preview.duplicates;
  const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
  const show = (done: number) => progress.show("Importing", done / count);
  const { imports, allNoted } = notedImports(cli, connection, head.source);
  try {
    show(0);
    const verify = verifying(cli, connection);
    const planMoney = { ...fileMoney, named: preview.namedCurrencies };
    const applying = { imports, onProgress: show, verify, planMoney };
    const outcome = await applyPlan(plan, head, applying);
    // The amounts that follow are shown in the currency that the import has set.
    connection.home.code = outcome.currencies?.home ?? connection.home.code;
    return { ...outcome, balanceGaps: preview.balanceGaps };
  } finally {
    await allNoted();
    progress.end();
  }
}

/** Makes the categories that the plan has made of the file's words, unless they have been made meanwhile. */
async function makeCategories({ categories }: Connection, { newCategories }: Outcome) {
  if (newCategories.size === 0) return;
  const known = await categories.known();
  for (const [key, name] of newCategories) {
    if (!known.find(key)) await categories.create({ key, name });
  }
}

/** @param recordedTwice a warning if expenses seem to be recorded twice @throws CliError */
export async function carryOut(
  cli: Cli,
  planning: Planning,
  words: ImportWords,
  connection: Connection,
  recordedTwice: string | undefined,
): Promise<void> {
  const { preview, head, format } = planning;
  let outcome = preview;
  if (preview.imported > 0) {
    if (!words.yes) await confirm(cli, planning, connection, recordedTwice);
    else if (recordedTwice !== undefined) cli.warn(recordedTwice);
    await makeCategories(connection, preview);
    outcome = await apply(cli, planning, connection);
  }
  if (format) {
    await formatsFile(cli.configFolder).put(format);
    cli.note(
      `Saved the format as ${format.name}; files with these columns will be read in the same way.`,
    );
  }
  reportOutcome(cli, outcome, head, connection.money);
}
