/** Files written line by line, for tests. */
import { planOfText, refusalOf } from "./plan-of.ts";

export const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

/** Returns the planned expenses of such a file: `12.50 Market`. */
export const expensesOf = async (...lines: string[]) =>
  (await planOfText(csv(...lines))).expenses.map(
    ({ amount, description }) => `${amount} ${description}`,
  );

/** Returns the hint of the refusal of such a file; undefined if it isn't refused. */
export const hintOf = async (...lines: string[]) =>
  (await refusalOf(planOfText(csv(...lines))))?.hint;

/** Describes each row: the expense, or why it isn't one. */
export async function fatesOf(text: string, words: Parameters<typeof planOfText>[1] = {}) {
  const { rows } = await planOfText(text, words);
  return rows.map((row) =>
    row.kind === "expense"
      ? `${row.expense.date} ${row.expense.amount} ${row.expense.description}`
      : `${row.kind} ${row.line}: ${row.reason}`,
  );
}
