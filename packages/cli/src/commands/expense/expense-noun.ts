import { wordText } from "../../api/received/open-object.ts";
import type { Expense } from "../../api/received/records.ts";
import type { RecordNoun } from "../record/record-noun.ts";

const tagsText = (tags: readonly string[]) => tags.map((tag) => `#${tag}`).join(" ");

export const expenseNoun: RecordNoun<Expense> = {
  name: "expense",
  prefix: "outlay",
  first: 'Record one: outlay add 12.50 "Lunch" -c food',
  api: ({ expenses }) => expenses,
  summary: ({ id, amount, category, date, description, tags }, money) =>
    [
      `expense ${id}: ${money.ofWire(amount)}`,
      wordText(category),
      date,
      description,
      tagsText(tags),
    ]
      .filter((part) => part !== "")
      .join("  "),
  details: (expense, money) => ({
    id: ["Id", String(expense.id)],
    amount: ["Amount", money.ofWire(expense.amount)],
    category: ["Category", wordText(expense.category)],
    date: ["Date", expense.date],
    description: ["Description", expense.description],
    tags: ["Tags", tagsText(expense.tags)],
    created_at: ["Recorded", expense.created_at],
    updated_at: ["Changed", expense.updated_at],
    external_id: ["External id", expense.external_id ?? ""],
  }),
};

export { tagsText };
