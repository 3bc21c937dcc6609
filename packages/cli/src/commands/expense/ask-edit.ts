import {
  type CalendarDate,
  centsToText,
  expenseFields,
  type expenseInput,
  type ExpenseKind,
  expenseKinds,
  isSpendingKind,
  numberToText,
  transferDirections,
} from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { CategoriesApi } from "../../categories/categories-api.ts";
import { changeCategory, chooseCategory } from "../../arguments/category.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { parseDay } from "../../arguments/day.ts";
import { takeMinus } from "../../arguments/negative-amount.ts";
import { orNone, typedOrNone } from "../../arguments/or-none.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTagList, tagsAsTyped } from "../../arguments/tags.ts";
import { parseTextAnswer } from "../../arguments/text-field.ts";
import { askChange, chooseChange } from "../../terminal/ask.ts";
import type { Prompts } from "../../terminal/prompts.ts";
import { settleDay } from "./far-day.ts";
import { hasNoCategory } from "./kinds/kind-text.ts";
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

interface Asking {
  prompts: Prompts;
  categories: Pick<CategoriesApi, "known">;
}

type KindAnswers = Pick<EditedFields, "kind" | "category" | "direction">;

const isKnownKind = (kind: string | null): boolean => expenseKinds.some((known) => known === kind);

/** Asks for the kind, and then only for what records of that kind have. */
async function askKind(
  { prompts, categories }: Asking,
  expense: Expense,
  isNegative: boolean,
): Promise<KindAnswers> {
  const kind = isNegative
    ? ("REFUND" satisfies ExpenseKind)
    : await chooseChange(prompts, "Kind:", expenseKinds, expense.kind);
  const { category, direction } = expense;
  if (kind === null || !isKnownKind(kind)) return { kind, category, direction };
  if (isSpendingKind(kind)) {
    const chosen = hasNoCategory(expense)
      ? await chooseCategory(prompts, categories)
      : await changeCategory(prompts, categories, category);
    return { kind, category: chosen, direction: null };
  }
  if (kind !== "TRANSFER") return { kind, category: null, direction: null };
  const way = await chooseChange(prompts, "Direction:", transferDirections, direction ?? "out");
  return { kind, category: null, direction: way };
}

/** Asks for the amount; a negative one makes the record a refund. */
async function askAmount(
  prompts: Prompts,
  amount: string,
  parseAmount: Reading["parseAmount"],
): Promise<{ amount: string; isNegative: boolean }> {
  const parse = (answer: string) => {
    const { unsigned, isNegative } = takeMinus(answer);
    return { amount: centsToText(parseAmount(unsigned)), isNegative };
  };
  const present = { value: { amount, isNegative: false }, text: amount };
  return askChange(prompts, "Amount:", parse, present);
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
  { prompts, categories }: Asking,
  expense: Expense,
  { today, parseAmount }: Reading,
): Promise<object> {
  const present = numberToText(expense.amount);
  const { description, tags } = expense;
  const { amount, isNegative } = await askAmount(prompts, present, parseAmount);
  const answers: EditedFields = {
    amount,
    description: await askChange(
      prompts,
      "Description:",
      (answer) => parseTextAnswer(expenseFields.description, answer),
      { value: description, text: description },
    ),
    ...(await askKind({ prompts, categories }, expense, isNegative)),
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
  return changedFields({ ...expense, amount: present }, answers);
}
