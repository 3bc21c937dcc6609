/**
 * The memory that a record takes while a folder is opened, when it takes most: with its indexes,
 * and with the text that it is parsed from. The figures are measured (docs/OPERATING.md) and
 * rounded up.
 */
import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BudgetRecord, ExpenseRecord } from "../../../domain/records.ts";
import type { ImportRecord } from "../../../domain/import-batch.ts";

const objectBytes = 480;
/** An entry in the index by external id. */
const indexedBytes = 120;
const tagBytes = 48;

const isWide = /[^\0-\u00FF]/;

/** A text's bytes in V8's heap: once parsed, and once as in the file. */
const textBytes = (text: string): number => 2 * text.length * (isWide.test(text) ? 2 : 1);

const externalIdBytes = (externalId: string | null): number =>
  externalId === null ? 0 : indexedBytes + textBytes(externalId);

export const expenseWeight = ({ description, externalId, tags }: ExpenseRecord): number => {
  let bytes = objectBytes + textBytes(description) + externalIdBytes(externalId);
  for (const tag of tags) bytes += tagBytes + textBytes(tag);
  return bytes;
};

export const budgetWeight = ({ description }: BudgetRecord): number =>
  objectBytes + textBytes(description);

export const importWeight = ({ source, externalId }: ImportRecord): number =>
  objectBytes + textBytes(source) + externalIdBytes(externalId);

export const keyWeight = ({ name, secretHash }: ApiKeyRecord): number =>
  objectBytes + indexedBytes + textBytes(name) + textBytes(secretHash);

/** The memory for an account without any records. */
export const userWeight = 1000;
