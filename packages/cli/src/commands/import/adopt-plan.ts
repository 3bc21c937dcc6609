import { counted } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import type { PlanFile } from "@outlay/import";
import type { ImportWords } from "./import-options.ts";
import { readStored } from "./past.ts";
import type { Planning } from "./plan-import.ts";
import { fileMoney } from "./row-money.ts";

const shownText = (imported: number, duplicates: number): string =>
  `${counted(imported, "new expense")} and ${duplicates} already imported`;

/**
 * Reviews an existing plan against the stored expenses.
 * @param name the plan's name in messages
 * @throws CliError, ImportRefusal bad_plan
 */
export async function adoptPlan(
  cli: Cli,
  plan: PlanFile,
  name: string,
  connection: Connection,
  words: ImportWords,
): Promise<Planning> {
  const { ids, isKnown } = await readStored(connection);
  const known = await fileMoney(connection, await plan.head(name));
  const isStored = (id: string) => ids.has(id);
  const { head, end, preview } = await plan.review(name, isStored, known.money);
  if (!head.from_outlay) known.currencies.check(preview.namedCurrencies);
  const { shown } = end;
  const { imported, duplicates } = preview;
  if (isKnown && imported > 0 && (imported !== shown.new || duplicates !== shown.duplicates)) {
    const now = shownText(imported, duplicates);
    cli.warn(
      `The plan was made for ${shownText(shown.new, shown.duplicates)}; now there are ${now}.`,
    );
  }
  const mayLeaveOut = words.skipInvalid === true || head.skip_invalid;
  return {
    plan,
    head,
    preview,
    mayLeaveOut,
    rejectsWritten: undefined,
    format: undefined,
    isPastKnown: isKnown,
    stored: ids,
    fileMoney: known,
    // A plan doesn't record which account it was made for.
    isAccountKnown: true,
  };
}
