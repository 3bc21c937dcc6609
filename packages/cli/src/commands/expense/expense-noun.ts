import { expenseFields, namesOf, settableOf } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import { recordDetails } from "../record/record-details.ts";
import type { RecordNoun } from "../record/record-noun.ts";
import { amountText, hasNoCategory, kindDetails, kindWord } from "./kinds/kind-text.ts";
import { tagsText } from "./tags-text.ts";

export const expenseNoun: RecordNoun<Expense> = {
  name: "expense",
  prefix: "outlay",
  first: 'Record one: outlay add 12.50 "Lunch" -c food',
  settable: namesOf(settableOf(expenseFields)),
  api: ({ expenses }) => expenses,
  summary: (expense, money) => {
    const { id, kind, date, description, tags } = expense;
    const { first, last } = kindDetails(expense);
    const said = [amountText(expense, money), first, date, description, tagsText(tags), last];
    return `${kindWord(kind)} ${id}: ${said.filter((part) => part !== "").join("  ")}`;
  },
  details(expense, money) {
    const { amount, direction, category } = expenseFields;
    const all = recordDetails(expenseFields, expense, money, {
      first: ["kind", "direction", "amount", "category", "date", "description"],
      last: ["external_id"],
    });
    return all.flatMap(([title, value]) => {
      // A field that a kind doesn't have tells nothing.
      if (title === direction.title && expense.direction === null) return [];
      if (title === category.title && hasNoCategory(expense)) return [];
      return [[title, title === amount.title ? amountText(expense, money) : value]];
    });
  },
};
