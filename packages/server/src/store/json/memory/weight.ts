/**
 * The memory that a record takes while a folder is opened, when it takes most: with its indexes,
 * and with the text that it is parsed from. The figures are measured (docs/OPERATING.md) and
 * rounded up.
 */
import { budgetFields, expenseFields, type RecordFields } from "@outlay/shared";
import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BulkChangeRecord, ChangedGroup } from "../../../domain/bulk-change.ts";
import type { CategoryRecord } from "../../../domain/category.ts";
import type { ImportRecord, RemovedRow } from "../../../domain/import-batch.ts";
import type { RateRecord } from "../../../domain/rate.ts";
import type { BudgetRecord, ExpenseRecord } from "../../../domain/records.ts";
import type { KeptRecord } from "../journal/record-types.ts";

const objectBytes = 480;
/** An entry in the index by external id. */
const indexedBytes = 120;
const tagBytes = 48;
const numberBytes = 8;

const isWide = /[^\0-\u00FF]/;

/** A text's bytes in V8's heap: once parsed, and once as in the file. */
const textBytes = (text: string): number => 2 * text.length * (isWide.test(text) ? 2 : 1);

/** The names under which the texts of a record are stored. */
const textNames = (fields: RecordFields): string[] =>
  Object.values(fields)
    .filter(({ kind }) => kind === "text")
    .map(({ stored }) => stored);

const expenseTexts = textNames(expenseFields) as (keyof ExpenseRecord)[];
const budgetTexts = textNames(budgetFields) as (keyof BudgetRecord)[];

function textsBytes<Item extends object>(record: Item, names: readonly (keyof Item)[]): number {
  let bytes = 0;
  for (const name of names) {
    const text = record[name];
    if (typeof text === "string") bytes += textBytes(text);
  }
  return bytes;
}

export const expenseWeight = (expense: ExpenseRecord): number => {
  let bytes = objectBytes + textsBytes(expense, expenseTexts);
  if (expense.externalId !== null) bytes += indexedBytes;
  for (const tag of expense.tags) bytes += tagBytes + textBytes(tag);
  return bytes;
};

export const budgetWeight = (budget: BudgetRecord): number =>
  objectBytes + textsBytes(budget, budgetTexts) + (budget.externalId == null ? 0 : indexedBytes);

export const importWeight = ({ source, externalId }: ImportRecord): number =>
  objectBytes +
  textBytes(source) +
  (externalId === null ? 0 : indexedBytes + textBytes(externalId));

export const keyWeight = ({ name, secretHash }: ApiKeyRecord): number =>
  objectBytes + indexedBytes + textBytes(name) + textBytes(secretHash);

export const categoryWeight = ({ key, name, parent }: CategoryRecord): number =>
  objectBytes + indexedBytes + textBytes(key) + textBytes(name) + textBytes(parent ?? "");

export const rateWeight = ({ currency, rate }: RateRecord): number =>
  objectBytes + indexedBytes + textBytes(currency) + textBytes(rate);

const groupWeight = ({ ids, before, after }: ChangedGroup): number =>
  objectBytes + numberBytes * ids.length + textBytes(JSON.stringify([before, after]));

export const changeWeight = ({ groups }: BulkChangeRecord): number =>
  groups.reduce((bytes, group) => bytes + groupWeight(group), objectBytes);

export const removedRowWeight = ({ externalId }: RemovedRow): number =>
  objectBytes + indexedBytes + textBytes(externalId);

export const keptWeight = (record: KeptRecord): number =>
  objectBytes + textBytes(JSON.stringify(record));

/** The memory for an account without any records. */
export const userWeight = 1000;
