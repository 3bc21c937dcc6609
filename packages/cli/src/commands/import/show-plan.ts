import type { Cli } from "../../cli.ts";
import { keepPlan } from "./import-files.ts";
import type { ImportWords } from "./import-options.ts";
import type { Connection } from "../../connection.ts";
import { previewText } from "./import-text.ts";
import type { Planning } from "./plan-import.ts";
import { outcomeJson } from "./report-outcome.ts";

/** Implements `--dry-run`: shows what a plan would do, and saves it if asked to. @throws CliError */
export async function showPlan(
  cli: Cli,
  { plan, head, preview, format }: Planning,
  words: ImportWords,
  { money, categories }: Pick<Connection, "money" | "categories">,
): Promise<void> {
  const { label } = categories;
  cli.show(outcomeJson(preview, head, true), () =>
    previewText(preview, head.detected, { width: cli.io.columns, money, label }),
  );
  if (words.plan !== undefined) await keepPlan(plan, words.plan);
  if (format) cli.note(`The format will be saved as ${format.name} when the file is imported.`);
}
