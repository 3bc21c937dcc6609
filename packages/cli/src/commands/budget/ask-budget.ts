import {
  budgetCategories,
  budgetPeriods,
  description,
  numberToText,
  rollovers,
} from "@outlay/shared";
import type { Budget } from "../../api/received/records.ts";
import { parseApiField } from "../../arguments/api-field.ts";
import type { Reading } from "../../arguments/reading.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { withCurrent } from "../../terminal/with-current.ts";
import { changedFields } from "../record/changed-fields.ts";
import { type BudgetOptions, parseBudgetFields } from "./budget-fields.ts";

/** Asks for an option's value, and parses it like the option. */
async function askWords(
  prompts: Prompts,
  message: string,
  option: (words: string) => BudgetOptions,
  reading: Reading,
  preset?: string,
): Promise<BudgetOptions> {
  return ask(
    prompts,
    message,
    (answer) => {
      parseBudgetFields(option(answer), reading);
      return option(answer);
    },
    preset,
  );
}

/** Asks for the fields that a new budget requires, and its period. */
export async function askNewBudget(
  prompts: Prompts,
  given: BudgetOptions,
  reading: Reading,
): Promise<BudgetOptions> {
  const { amount, category, period } = given;
  if (amount !== undefined && category !== undefined) return given;
  return {
    ...given,
    ...(amount === undefined &&
      (await askWords(prompts, "Amount:", (words) => ({ amount: words }), reading))),
    category:
      category ?? (await prompts.choose({ message: "Category:", options: budgetCategories })),
    period:
      period ??
      (await prompts.choose({ message: "Period:", options: budgetPeriods, default: "MONTHLY" })),
  };
}

/** Asks for each field; Enter keeps the present value. Returns the fields to change. */
export async function askBudgetEdit(
  prompts: Prompts,
  budget: Budget,
  reading: Reading,
): Promise<object> {
  const amount = numberToText(budget.amount);
  const asked = await askWords(prompts, "Amount:", (words) => ({ amount: words }), reading, amount);
  const text = await ask(
    prompts,
    "Description:",
    (answer) => parseApiField(description(), answer),
    budget.description,
  );
  const category = await prompts.choose({
    message: "Category:",
    ...withCurrent(budgetCategories, budget.category),
  });
  const period = await prompts.choose({
    message: "Period:",
    ...withCurrent(budgetPeriods, budget.period),
  });
  const { starts = "none" } = await askWords(
    prompts,
    "First day, or none:",
    (words) => ({ starts: words }),
    reading,
    budget.starts ?? "none",
  );
  const lastDay = (answer: string) => {
    const span = parseBudgetFields({ starts, ends: answer }, reading);
    if (!span.starts || !span.ends || span.ends >= span.starts) return span.ends;
    throw usageError(`A budget that starts on ${span.starts} can't end on ${span.ends}.`);
  };
  const ends = await ask(prompts, "Last day, or none:", lastDay, budget.ends ?? "none");
  const rollover = await prompts.choose({
    message: "Carried into the next period:",
    ...withCurrent(rollovers, budget.rollover),
  });
  const typed = parseBudgetFields({ ...asked, description: text, starts }, reading);
  return changedFields({ ...budget, amount }, { ...typed, category, period, rollover, ends });
}
