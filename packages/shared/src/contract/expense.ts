import * as v from "valibot";
import { added, optional, required, shown } from "../record/field.ts";
import {
  amountType,
  dayType,
  nullableCategoryType,
  nullableCurrencyType,
  nullableIdType,
  nullableTextType,
  nullableWordType,
  tagsType,
  textType,
  wordType,
} from "../record/field-types.ts";
import { answerSchema, inputSchema } from "../record/record-schemas.ts";
import type { StoredFields } from "../record/stored-record.ts";
import { shortText } from "./fields.ts";

export const expensesPath = "/expenses/";

export const expenseCategories = ["FOOD", "DATA", "TRANSPORT", "MISCELLANEOUS"] as const;
export type ExpenseCategory = (typeof expenseCategories)[number];

export const isBuiltInCategory = (key: string): key is ExpenseCategory =>
  (expenseCategories as readonly string[]).includes(key);

/** The kinds of records. Spent is the sum of expenses less that of refunds; the other kinds are never spent. */
export const expenseKinds = ["EXPENSE", "REFUND", "INCOME", "TRANSFER"] as const;
export type ExpenseKind = (typeof expenseKinds)[number];

/** The kinds whose records have a category, and whose amounts make up what was spent. */
export const spendingKinds = ["EXPENSE", "REFUND"] as const satisfies readonly ExpenseKind[];

export const isSpendingKind = (kind: string): boolean =>
  (spendingKinds as readonly string[]).includes(kind);

export const transferDirections = ["out", "in"] as const;
export type TransferDirection = (typeof transferDirections)[number];

export const maxAccountCharacters = 60;
export const maxNoteCharacters = 1000;
export const maxDescriptionCharacters = 255;
export const maxExternalIdCharacters = 100;

export const externalId = () => shortText(maxExternalIdCharacters);

/** The fields of an expense. Everything else that lists them is derived from this table; docs/ADDING.md says how to add one. */
export const expenseFields = {
  amount: required(amountType(), {
    stored: "amountCents",
    title: "Amount",
    words: "The amount paid: at least 0.01, with at most two decimal places and 12 digits.",
    example: 12.5,
  }),
  description: required(textType(maxDescriptionCharacters), {
    stored: "description",
    title: "Description",
    words:
      "The purpose of the expense. Leading and trailing white space is removed; null characters are rejected.",
    example: "Lunch",
  }),
  category: optional(nullableCategoryType(), {
    stored: "category",
    title: "Category",
    words:
      "The key of the category, built-in or your own: required for expenses and refunds, and null for income and transfers.",
    otherwise: () => null,
    example: "FOOD",
  }),
  date: optional(dayType(), {
    stored: "spentOn",
    title: "Date",
    words: "The day of the expense.",
    newWords: "For a new expense, it defaults to today in the server's time zone.",
    otherwise: ({ today }) => today,
    example: "2026-11-22",
  }),
  tags: optional(tagsType(), {
    stored: "tags",
    title: "Tags",
    words: "Labels of your choice, made of letters, digits, `-` and `_`.",
    newWords: "Repeated labels are stored once.",
    otherwise: () => [],
    example: ["work"],
  }),
  external_id: optional(nullableTextType(maxExternalIdCharacters), {
    stored: "externalId",
    title: "External id",
    words:
      "An identifier of your choice, unique among your expenses. With it, a request can be repeated without recording the expense twice.",
    otherwise: () => null,
    example: null,
  }),
  kind: added(wordType(expenseKinds), {
    stored: "kind",
    title: "Kind",
    words:
      "The kind of the record. `REFUND` is money that came back for expenses, `INCOME` any other money that came in, and `TRANSFER` money that moved between accounts of your own. The amount is positive for each of them.",
    newWords: "For a new record, it defaults to `EXPENSE`.",
    otherwise: () => "EXPENSE" as const,
    example: "EXPENSE",
  }),
  direction: added(nullableWordType(transferDirections), {
    stored: "direction",
    title: "Direction",
    words:
      "The direction of a transfer, seen from its account: `out` or `in`. It is null for the other kinds.",
    newWords: "For a new transfer, it defaults to `out`.",
    otherwise: () => null,
    example: null,
  }),
  account: added(nullableTextType(maxAccountCharacters), {
    stored: "account",
    title: "Account",
    words: "The name of the account in which the money lay, or null.",
    otherwise: () => null,
    example: "Giro",
  }),
  note: added(nullableTextType(maxNoteCharacters), {
    stored: "note",
    title: "Note",
    words: "A remark, or null.",
    otherwise: () => null,
    example: null,
  }),
  currency: added(nullableCurrencyType(), {
    stored: "currency",
    title: "Currency",
    words:
      "The currency's code by ISO 4217, or null for the home currency, whose code is stored as null as well.",
    otherwise: () => null,
    example: null,
  }),
  import_id: shown(nullableIdType(), {
    stored: "importId",
    title: "Import",
    words: "The batch in which the record was imported, or null.",
    example: null,
  }),
  confirmed_by: shown(nullableIdType(), {
    stored: "confirmedBy",
    title: "Confirmed by",
    words: "The batch with the bank's row that confirmed the record, or null.",
    example: null,
  }),
  confirmed_as: shown(nullableTextType(maxExternalIdCharacters), {
    stored: "confirmedAs",
    title: "Confirmed as",
    words: "The external id of the bank's row that confirmed the record, or null.",
    example: null,
  }),
};
/** The fields of an expense that a user sets, as they are stored. */
export type ExpenseFields = StoredFields<typeof expenseFields>;

/** The body of `POST` and `PUT /expenses/`, which requires an amount and a description, and a category unless the kind has none. */
export const expenseInput = inputSchema(expenseFields);

/** The body of `PATCH /expenses/<id>/`, which names only the fields to change. */
export const expenseChanges = v.partial(expenseInput);

/** An expense as the API returns it. */
export const expense = answerSchema(expenseFields);
export type Expense = v.InferOutput<typeof expense>;
