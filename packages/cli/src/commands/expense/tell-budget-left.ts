import { calendarDayOf, isBuiltInCategory } from "@outlay/shared";
import { fetchBudgetStatus } from "../../api/fetch-budget-status.ts";
import type { CategoriesApi } from "../../categories/categories-api.ts";
import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import type { Expense } from "../../api/received/records.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { toCliError } from "../../errors/present-error.ts";
import { printable } from "../../terminal/printable.ts";
import { unconvertedBudgets } from "../budget/unconverted-budgets.ts";
import { standingText } from "../budget/standing.ts";

/** The category that a category belongs to, which the category's own budget tells, too. */
async function parentOf(
  category: string,
  entry: BudgetStatusEntry | undefined,
  categories: Pick<CategoriesApi, "known">,
): Promise<string | null> {
  if (isBuiltInCategory(category)) return null;
  return entry ? entry.parent : (await categories.known()).parentOf(category);
}

/**
 * Tells people how much of the budgets of the category and of its parent is left after an expense. The expense is already recorded,
 * so a failure here is only a warning.
 */
export async function tellBudgetLeft(
  cli: Cli,
  { send, money, categories }: Pick<Connection, "send" | "money" | "categories">,
  { category, date }: Expense,
): Promise<void> {
  if (category === null || cli.globals.json || cli.globals.quiet) return;
  try {
    const today = calendarDayOf(cli.clock());
    const entries = await fetchBudgetStatus(send, date);
    const isOwn = (entry: BudgetStatusEntry) => entry.category === category;
    const parent = await parentOf(category, entries.find(isOwn), categories);
    for (const key of [category, ...(parent === null ? [] : [parent])]) {
      const own = entries.filter((entry) => entry.category === key);
      const standings = own.map((entry) => standingText(entry, today, money));
      if (standings.length === 0) continue;
      cli.io.out(`${printable(categories.label(key))}: ${standings.join("; ")}\n`);
      const left = unconvertedBudgets(own, (each) => categories.label(each));
      if (left !== undefined) cli.note(left);
    }
  } catch (error) {
    cli.warn(printable(`Can't show what is left of the budget: ${toCliError(error).message}`));
  }
}
