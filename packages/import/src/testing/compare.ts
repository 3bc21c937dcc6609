/** Compares a plan with the known truth about a file. */
import { oneLine } from "../cells/plain-text.ts";
import type { PlanOf } from "./plan-of.ts";

/** The truth about a file. Amounts are decimal text. */
export interface Truth {
  expenses: number;
  total: string;
  /** The first expense, with all acceptable values; undefined if there is none. */
  first: { dates: string[]; amount: string; descriptions: string[] } | undefined;
}

const asCents = (decimal: string): bigint => {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
};

/** Returns the differences between a plan and the truth; empty if there are none. */
export function differences({ expenses, end, rows }: PlanOf, truth: Truth): string[] {
  const found: string[] = [];
  const [first] = expenses;
  const total = expenses.reduce((sum, { amount }) => sum + asCents(amount), 0n);
  if (expenses.length !== truth.expenses) found.push(`${expenses.length} expenses`);
  if (total !== asCents(truth.total)) found.push(`total ${total} cents`);
  for (const row of rows)
    if (row.kind === "rejected") found.push(`line ${row.line}: ${row.reason}`);
  if (end.read !== end.expenses + end.ignored + end.rejected) found.push("a row is lost");
  if (!truth.first || !first) {
    return truth.first || first ? [...found, "first expense"] : found;
  }
  const { dates, amount, descriptions } = truth.first;
  if (!dates.includes(first.date)) found.push(`first on ${first.date}`);
  if (asCents(first.amount) !== asCents(amount)) found.push(`first ${first.amount}`);
  if (!descriptions.map(oneLine).includes(first.description)) {
    found.push(`first called "${first.description}"`);
  }
  return found;
}
