import { expenseFields } from "@outlay/shared";
import { wordText } from "../../api/received/open-object.ts";
import type { Expense } from "../../api/received/records.ts";
import { recordDetails } from "../record/record-details.ts";
import type { RecordNoun } from "../record/record-noun.ts";
import { tagsText } from "./tags-text.ts";

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
  details: (expense, money) =>
    recordDetails(expenseFields, expense, money, {
      first: ["amount", "category", "date", "description"],
      last: ["external_id"],
    }),
};
