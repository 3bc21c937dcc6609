/** Holds what was planned against what is known to be true of a file. */
import { oneLine } from "../cells/plain-text.ts";
import type { PlanOf } from "./plan-of.ts";

/** What is true of a file. Amounts as decimal text. */
export interface Truth {
  expenses: number;
  total: string;
  /** The first expense, with each of what is as good; undefined where there is none. */
  first: { dates: string[]; amount: string; descriptions: string[] } | undefined;
}

const asCents = (decimal: string): bigint => {
  const [whole = "0", fraction = ""] = decimal.split(".");
  return BigInt(whole) * 100n + BigInt(fraction.slice(0, 2).padEnd(2, "0"));
};

/** How what was planned differs from the truth; empty if it doesn't. */
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
