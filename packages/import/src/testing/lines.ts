/** Files written line by line, for tests. */
import { planOfText, refusalOf } from "./plan-of.ts";

export const csv = (...lines: string[]) => `${lines.join("\n")}\n`;

/** What is to be imported of such a file: `12.50 Market`. */
export const expensesOf = async (...lines: string[]) =>
  (await planOfText(csv(...lines))).expenses.map(
    ({ amount, description }) => `${amount} ${description}`,
  );

/** What such a file is refused with; undefined if it isn't. */
export const hintOf = async (...lines: string[]) =>
  (await refusalOf(planOfText(csv(...lines))))?.hint;

/** What becomes of each row: the expense, or why it is none. */
export async function fatesOf(text: string, words: Parameters<typeof planOfText>[1] = {}) {
  const { rows } = await planOfText(text, words);
  return rows.map((row) =>
    row.kind === "expense"
      ? `${row.expense.date} ${row.expense.amount} ${row.expense.description}`
      : `${row.kind} ${row.line}: ${row.reason}`,
  );
}
