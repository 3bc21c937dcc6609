import {
  type CalendarDate,
  centsToText,
  expenseCategories,
  expenseFields,
  type expenseInput,
  expenseKinds,
  isSpendingKind,
  numberToText,
  transferDirections,
} from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { parseDay } from "../../arguments/day.ts";
import { orNone, typedOrNone } from "../../arguments/or-none.ts";
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

type KindAnswers = Pick<EditedFields, "kind" | "category" | "direction">;

/** Asks for the kind, and then only for what records of that kind have. */
async function askKind(prompts: Prompts, expense: Expense): Promise<KindAnswers> {
  const kind = await chooseChange(prompts, "Kind:", expenseKinds, expense.kind);
  const isTransfer = kind === "TRANSFER";
  return {
    kind,
    category: isSpendingKind(kind ?? "")
      ? await chooseChange(prompts, "Category:", expenseCategories, expense.category)
      : null,
    direction: isTransfer
      ? await chooseChange(prompts, "Direction:", transferDirections, expense.direction)
      : null,
  };
}

const askText = (prompts: Prompts, name: "account" | "note", present: string | null) =>
  askChange(
    prompts,
    `${expenseFields[name].title}, or none:`,
    (answer) => parseTextAnswer(expenseFields[name], answer),
    { value: present, text: typedOrNone(present) },
  );

/** Asks for each field; Enter keeps the present value. Returns the fields to change. */
export async function askEdit(
  prompts: Prompts,
  expense: Expense,
  { today, parseAmount }: Reading,
): Promise<object> {
  const amount = numberToText(expense.amount);
  const { description, tags } = expense;
  const answers: Omit<EditedFields, keyof KindAnswers> = {
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
    date: await askDay(prompts, expense.date, today),
    tags: await askChange<readonly string[]>(prompts, "Tags, or none:", parseTagList, {
      value: tags,
      text: tagsAsTyped(tags),
    }),
    account: await askText(prompts, "account", expense.account),
    note: await askText(prompts, "note", expense.note),
    currency: await askChange(
      prompts,
      "Currency, or none for your own:",
      (answer) => orNone(answer, parseCurrency),
      { value: expense.currency, text: typedOrNone(expense.currency) },
    ),
  };
  const all: EditedFields = { ...answers, ...(await askKind(prompts, expense)) };
  return changedFields({ ...expense, amount }, all);
}
