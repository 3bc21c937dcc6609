import {
  type CalendarDate,
  centsToText,
  expenseCategories,
  expenseFields,
  type expenseInput,
  numberToText,
} from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import { parseDay } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTagList, tagsAsTyped } from "../../arguments/tags.ts";
import { parseTextAnswer } from "../../arguments/text-field.ts";
import { askChange, chooseChange } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { settleDay } from "./far-day.ts";
import { changedFields } from "../record/changed-fields.ts";

/** The fields of an expense that a user can change. */
export type EditedFields = Record<
  Exclude<keyof typeof expenseInput.entries, "external_id">,
  unknown
>;

async function askDay(prompts: Prompts, former: CalendarDate, today: CalendarDate) {
  const parse = (answer: string) => parseDay(answer, today);
  const day = await askChange(prompts, "Date:", parse, { value: former, text: former });
  return day === former ? day : settleDay(prompts, day, today);
}

/** Asks for each field; Enter keeps the present value. Returns the fields to change. */
export async function askEdit(
  prompts: Prompts,
  expense: Expense,
  { today, parseAmount }: Reading,
): Promise<object> {
  const amount = numberToText(expense.amount);
  const { description, category, tags } = expense;
  const answers: EditedFields = {
    amount: await askChange(prompts, "Amount:", (answer) => centsToText(parseAmount(answer)), {
      value: amount,
      text: amount,
    }),
    description: await askChange(
      prompts,
      "Description:",
      (answer) => parseTextAnswer(expenseFields.description, answer),
      { value: description, text: description },
    ),
    category: await chooseChange(prompts, "Category:", expenseCategories, category),
    date: await askDay(prompts, expense.date, today),
    tags: await askChange<readonly string[]>(prompts, "Tags, or none:", parseTagList, {
      value: tags,
      text: tagsAsTyped(tags),
    }),
  };
  return changedFields({ ...expense, amount }, answers);
}
