import { calendarDayOf } from "@outlay/shared";
import { fetchBudgetStatus } from "../../api/fetch-budget-status.ts";
import { wordText } from "../../api/received/open-object.ts";
import type { Expense } from "../../api/received/records.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { toCliError } from "../../errors/present-error.ts";
import { printable } from "../../terminal/printable.ts";
import { standingText } from "../budget/standing.ts";

/**
 * Tells people how much of the category's budgets is left after an expense. The expense is already recorded,
 * so a failure here is only a warning.
 */
export async function tellBudgetLeft(
  cli: Cli,
  { send, money }: Pick<Connection, "send" | "money">,
  { category, date }: Expense,
): Promise<void> {
  if (category === null || cli.globals.json || cli.globals.quiet) return;
  try {
    const today = calendarDayOf(cli.clock());
    const entries = await fetchBudgetStatus(send, date);
    const own = entries.filter((entry) => entry.category === category);
    if (own.length === 0) return;
    const standings = own.map((entry) => standingText(entry, today, money));
    cli.io.out(`${wordText(category)}: ${standings.join("; ")}\n`);
  } catch (error) {
    cli.warn(printable(`Can't show what is left of the budget: ${toCliError(error).message}`));
  }
}
