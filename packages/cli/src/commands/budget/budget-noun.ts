import { budgetFields, namesOf, settableOf } from "@outlay/shared";
import { wordText } from "../../api/received/open-object.ts";
import type { Budget } from "../../api/received/records.ts";
import { recordDetails } from "../record/record-details.ts";
import type { RecordNoun } from "../record/record-noun.ts";

/** The days on which a budget applies, in words; empty if it always does. */
export function spanText({ starts, ends }: Budget): string {
  if (starts !== null && ends !== null) return `${starts} to ${ends}`;
  if (starts !== null) return `from ${starts}`;
  return ends === null ? "" : `until ${ends}`;
}

export const budgetNoun: RecordNoun<Budget> = {
  name: "budget",
  prefix: "outlay budget",
  first: "Set one: outlay budget add 400 -c food",
  settable: namesOf(settableOf(budgetFields)),
  api: ({ budgets }) => budgets,
  summary: (budget, money) =>
    [
      `budget ${budget.id}: ${money.ofWire(budget.amount)}`,
      wordText(budget.category),
      wordText(budget.period),
      budget.description,
      spanText(budget),
    ]
      .filter((part) => part !== "")
      .join("  "),
  details: (budget, money) =>
    recordDetails(budgetFields, budget, money, {
      first: ["amount", "category", "period", "description"],
      last: [],
    }),
};
