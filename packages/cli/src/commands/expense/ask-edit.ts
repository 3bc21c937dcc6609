import {
  type CalendarDate,
  centsToText,
  description,
  expenseCategories,
  type expenseInput,
  numberToText,
} from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import { parseApiField } from "../../arguments/api-field.ts";
import { parseDay } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTagList, tagsAsTyped } from "../../arguments/tags.ts";
import { withCurrent } from "../../terminal/with-current.ts";
import { ask } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { settleDay } from "./far-day.ts";
import { changedFields } from "../record/changed-fields.ts";

/** The fields of an expense that a user can change. */
export type EditedFields = Record<
  Exclude<keyof typeof expenseInput.entries, "external_id">,
  unknown
>;

async function askDay(prompts: Prompts, former: CalendarDate, today: CalendarDate) {
  const day = await ask(prompts, "Date:", (answer) => parseDay(answer, today), former);
  return day === former ? day : settleDay(prompts, day, today);
}

/** Asks for each field; Enter keeps the present value. Returns the fields to change. */
export async function askEdit(
  prompts: Prompts,
  expense: Expense,
  { today, parseAmount }: Reading,
): Promise<object> {
  const amount = numberToText(expense.amount);
  const amountCents = await ask(prompts, "Amount:", parseAmount, amount);
  const answers: EditedFields = {
    amount: centsToText(amountCents),
    description: await ask(
      prompts,
      "Description:",
      (answer) => parseApiField(description(), answer),
      expense.description,
    ),
    category: await prompts.choose({
      message: "Category:",
      ...withCurrent(expenseCategories, expense.category),
    }),
    date: await askDay(prompts, expense.date, today),
    tags: await ask(prompts, "Tags, or none:", parseTagList, tagsAsTyped(expense.tags)),
  };
  return changedFields({ ...expense, amount }, answers);
}
