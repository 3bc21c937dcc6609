/** Copies an account's data to another account, each record once, however often it is run. */
import { accountPaths } from "@outlay/shared";
import { readAnswer } from "../api/read-answer.ts";
import { type Account, type Expense, receivedAccount } from "../api/received/records.ts";
import type { Connection } from "../connection.ts";
import { copyBudgets } from "./copy-budgets.ts";
import { copyCategories } from "./copy-categories.ts";
import { copyHome, copyRates } from "./copy-currencies.ts";
import { copyExpenses } from "./copy-expenses.ts";
import { everyExpense } from "./every-expense.ts";
import { copyImports } from "./copy-imports.ts";
import { requireOtherAccount } from "./require-other-account.ts";

/** The number of records that were copied, and of those that the other account had already. */
export interface Copied {
  copied: number;
  there: number;
}

export interface AccountCopy {
  categories: Copied;
  rates: Copied;
  imports: Copied;
  expenses: Copied;
  budgets: Copied;
  /** What the other account has in another form, and keeps. */
  kept: readonly string[];
}

/** An account, and the access to it. */
export interface CopySide {
  connection: Connection;
  me: Account;
  /** The account for people: its user and its profile. */
  name: string;
}

/** The expenses to copy. */
export interface CopiedExpenses {
  /** All of the account that is copied, by id. */
  all: readonly Expense[];
  /** Those of the other account. */
  there: readonly Expense[];
  /** Told how many more have been dealt with. */
  step: (expenses: number) => void;
}

export async function copySide(connection: Connection): Promise<CopySide> {
  const answer = await connection.send({
    method: "GET",
    path: accountPaths.me,
    isRepeatable: true,
  });
  const account = readAnswer(answer, receivedAccount);
  const { target } = connection;
  return { connection, me: account, name: `${account.username} (${target.profile})` };
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
  await copyHome(from, to, there.length === 0);
  const rates = await copyRates(from, to, kept);
  const categories = await copyCategories(from, to, kept);
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
