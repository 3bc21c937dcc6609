import type { Expense } from "@outlay/shared";
import type { RecordNoun } from "../record/record-noun.ts";

const tagsText = (tags: readonly string[]) => tags.map((tag) => `#${tag}`).join(" ");

export const expenseNoun: RecordNoun<Expense> = {
  name: "expense",
  prefix: "outlay",
  api: ({ expenses }) => expenses,
  summary: ({ id, amount, category, date, description, tags }, money) =>
    [`expense ${id}: ${money.ofWire(amount)}`, category, date, description, tagsText(tags)]
      .filter((part) => part !== "")
      .join("  "),
  details: (expense, money) => [
    ["Id", String(expense.id)],
    ["Amount", money.ofWire(expense.amount)],
    ["Category", expense.category],
    ["Date", expense.date],
    ["Description", expense.description],
    ["Tags", tagsText(expense.tags)],
    ["Recorded", expense.created_at],
    ["Changed", expense.updated_at],
    ["External id", expense.external_id ?? ""],
  ],
};

export { tagsText };
