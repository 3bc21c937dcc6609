/** Copies an account's data to another account, each record once, however often it is run. */
import { copyBudgets } from "./copy-budgets.ts";
import { copyCategories } from "./copy-categories.ts";
import { copyHome, copyRates, requireLikeHome } from "./copy-currencies.ts";
import { copyExpenses } from "./copy-expenses.ts";
import { everyExpense } from "./every-expense.ts";
import { copyImports } from "./copy-imports.ts";
import type { Copied, CopiedExpenses, CopySide } from "./copy-side.ts";
import { requireOtherAccount } from "./require-other-account.ts";

export interface AccountCopy {
  categories: Copied;
  rates: Copied;
  imports: Copied;
  expenses: Copied;
  budgets: Copied;
  /** Descriptions of the things that the other account has in another form, and keeps. */
  kept: readonly string[];
}

/**
 * Copies in an order in which each record finds what it refers to. It changes nothing in the account that is copied from.
 * @param onProgress told which part of the expenses has been dealt with, from 0 to 1
 * @throws CliError
 */
export async function copyAccount(
  from: CopySide,
  to: CopySide,
  onProgress: (fraction: number) => void,
): Promise<AccountCopy> {
  requireOtherAccount(from, to);
  const kept: string[] = [];
  const there = await everyExpense(to);
  requireLikeHome(from, to, there.length === 0);
  const categories = await copyCategories(from, to, kept);
  await copyHome(from, to);
  const rates = await copyRates(from, to, kept);
  const all = await everyExpense(from);
  let done = 0;
  const copying: CopiedExpenses = {
    all,
    there,
    step: (expenses) => onProgress((done += expenses) / all.length),
  };
  const { imports, expenses: imported } = await copyImports(from, to, copying);
  const typed = await copyExpenses(from, to, copying);
  const budgets = await copyBudgets(from, to);
  const expenses = {
    copied: imported.copied + typed.copied,
    there: imported.there + typed.there,
  };
  return { categories, rates, imports, expenses, budgets, kept };
}
