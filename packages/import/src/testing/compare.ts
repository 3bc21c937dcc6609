/** Compares a plan with the known truth about a file. */
import { oneLine } from "../cells/plain-text.ts";
import { type IgnoredReason, ignoredReasons } from "../rows/row.ts";
import { asCents } from "./as-cents.ts";
import type { PlanOf } from "./plan-of.ts";

/** The truth about a file. Amounts are decimal text. */
export interface Truth {
  expenses: number;
  total: string;
  /** The first expense, with all acceptable values; undefined if there is none. */
  first: { dates: string[]; amount: string; descriptions: string[] } | undefined;
  /** The numbers of ignored rows by reason, with refunds and payments to a card among the income. */
  ignored?: Counts;
  encoding?: string;
  delimiter?: string;
}

type Counts = Partial<Record<IgnoredReason, number>>;

/** Refunds and payments to a card are kinds of money in. */
const kindOf = (reason: string): string =>
  reason === ignoredReasons.refund || reason === ignoredReasons.cardPayment
    ? ignoredReasons.income
    : reason;

const shown = (counts: ReadonlyMap<string, number>): string =>
  [...counts]
    .map(([reason, count]) => `${count} ignored: ${reason}`)
    .toSorted()
    .join(", ");

function ignoredIn(rows: PlanOf["rows"]): string {
  const counts = new Map<string, number>();
  for (const row of rows) {
    if (row.kind !== "ignored") continue;
    const kind = kindOf(row.reason);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return shown(counts);
}

function trueIgnored(ignored: Counts): string {
  const counts = Object.entries(ignored) as [IgnoredReason, number][];
  return shown(new Map(counts.map(([reason, count]) => [ignoredReasons[reason], count])));
}

/** Returns the differences between a plan and the truth; empty if there are none. */
export function differences({ expenses, end, rows, head }: PlanOf, truth: Truth): string[] {
  const found: string[] = [];
  const [first] = expenses;
  const total = expenses.reduce((sum, { amount }) => sum + asCents(amount), 0n);
  if (expenses.length !== truth.expenses) found.push(`${expenses.length} expenses`);
  if (total !== asCents(truth.total)) found.push(`total ${total} cents`);
  for (const row of rows)
    if (row.kind === "rejected") found.push(`line ${row.line}: ${row.reason}`);
  if (end.read !== end.expenses + end.ignored + end.rejected) found.push("a row is lost");
  const { detected } = head;
  const { ignored, encoding, delimiter } = truth;
  if (ignored && ignoredIn(rows) !== trueIgnored(ignored)) {
    found.push(ignoredIn(rows) || "nothing ignored");
  }
  if (encoding !== undefined && detected?.encoding !== encoding) {
    found.push(`encoding ${detected?.encoding}`);
  }
  if (delimiter !== undefined && detected?.delimiter !== delimiter) {
    found.push(`delimiter ${detected?.delimiter}`);
  }
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
