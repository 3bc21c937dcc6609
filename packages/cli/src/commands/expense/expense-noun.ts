import type { Expense } from "@outlay/shared";
import { amountText } from "../../terminal/amounts.ts";
import type { RecordNoun } from "../record/record-noun.ts";

const tagsText = (tags: readonly string[]) => tags.map((tag) => `#${tag}`).join(" ");

export const expenseNoun: RecordNoun<Expense> = {
  name: "expense",
  prefix: "outlay",
  api: ({ expenses }) => expenses,
  summary: ({ id, amount, category, date, description, tags }) =>
    [`expense ${id}: ${amountText(amount)}`, category, date, description, tagsText(tags)]
      .filter((part) => part !== "")
      .join("  "),
  details: (expense) => [
    ["Id", String(expense.id)],
    ["Amount", amountText(expense.amount)],
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
