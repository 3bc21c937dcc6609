import {
  budgetFields,
  type budgetInput,
  budgetPeriods,
  type CalendarDate,
  centsToText,
  numberToText,
  rollovers,
} from "@outlay/shared";
import type { Budget } from "../../api/received/records.ts";
import type { CategoriesApi } from "../../categories/categories-api.ts";
import { changeCategory, chooseCategory } from "../../arguments/category.ts";
import { typedOrNone } from "../../arguments/or-none.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTextAnswer } from "../../arguments/text-field.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask, askChange, chooseChange } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { changedFields } from "../record/changed-fields.ts";
import { type BudgetOptions, parseFirstDay, parseLastDay } from "./budget-fields.ts";

interface Asking {
  prompts: Prompts;
  categories: Pick<CategoriesApi, "known">;
}

/** Asks for the fields that a new budget requires, and its period. */
export async function askNewBudget(
  { prompts, categories }: Asking,
  given: BudgetOptions,
  { parseAmount }: Reading,
): Promise<BudgetOptions> {
  const { amount, category, period } = given;
  if (amount !== undefined && category !== undefined) return given;
  return {
    ...given,
    amount:
      amount ??
      (await ask(prompts, "Amount:", (answer) => {
        parseAmount(answer);
        return answer;
      })),
    category: category ?? (await chooseCategory(prompts, categories, undefined, "budget")),
    period:
      period ??
      (await prompts.choose({ message: "Period:", options: budgetPeriods, default: "MONTHLY" })),
  };
}

const presentDay = (value: CalendarDate | null) => ({ value, text: typedOrNone(value) });

/** Asks for the first and the last day. The present last day is refused if the new first day is later. */
async function askSpan(prompts: Prompts, present: Budget, today: CalendarDate) {
  const starts = await askChange(
    prompts,
    "First day, or none:",
    (answer) => parseFirstDay(answer, today),
    presentDay(present.starts),
  );
  const ends = await askChange(
    prompts,
    "Last day, or none:",
    (answer) => parseLastDay(answer, starts, today),
    presentDay(present.ends),
    (last) => {
      if (starts === present.starts && last === present.ends) return;
      if (starts === null || last === null || last >= starts) return;
      throw usageError(`A budget that starts on ${starts} can't end on ${last}.`);
    },
  );
  return { starts, ends };
}

/** The fields of a budget that a user can change. */
type EditedBudget = Record<Exclude<keyof typeof budgetInput.entries, "external_id">, unknown>;

/** Asks for each field; Enter keeps the present value. Returns the fields to change. */
export async function askBudgetEdit(
  { prompts, categories }: Asking,
  budget: Budget,
  { today, parseAmount }: Reading,
): Promise<object> {
  const amount = numberToText(budget.amount);
  const { description, category, period, rollover } = budget;
  const answers: EditedBudget = {
    amount: await askChange(prompts, "Amount:", (answer) => centsToText(parseAmount(answer)), {
      value: amount,
      text: amount,
    }),
    description: await askChange(
      prompts,
      "Description:",
      (answer) => parseTextAnswer(budgetFields.description, answer),
      { value: description, text: description },
    ),
    category: await changeCategory(prompts, categories, category, "budget"),
    period: await chooseChange(prompts, "Period:", budgetPeriods, period),
    ...(await askSpan(prompts, budget, today)),
    rollover: await chooseChange(prompts, "Carried into the next period:", rollovers, rollover),
  };
  return changedFields({ ...budget, amount }, answers);
}
