import type { Budget } from "@outlay/shared";
import type { RecordNoun } from "../record/record-noun.ts";

/** When a budget applies, in words; empty for always. */
export function spanText({ starts, ends }: Budget): string {
  if (starts !== null && ends !== null) return `${starts} to ${ends}`;
  if (starts !== null) return `from ${starts}`;
  return ends === null ? "" : `until ${ends}`;
}

export const budgetNoun: RecordNoun<Budget> = {
  name: "budget",
  prefix: "outlay budget",
  api: ({ budgets }) => budgets,
  summary: (budget, money) =>
    [
      `budget ${budget.id}: ${money.ofWire(budget.amount)}`,
      budget.category,
      budget.period,
      budget.description,
      spanText(budget),
    ]
      .filter((part) => part !== "")
      .join("  "),
  details: (budget, money) => ({
    id: ["Id", String(budget.id)],
    amount: ["Amount", money.ofWire(budget.amount)],
    category: ["Category", budget.category],
    period: ["Period", budget.period],
    description: ["Description", budget.description],
    starts: ["Starts", budget.starts ?? ""],
    ends: ["Ends", budget.ends ?? ""],
    rollover: ["Rollover", budget.rollover],
    created_at: ["Recorded", budget.created_at],
    updated_at: ["Changed", budget.updated_at],
  }),
};
