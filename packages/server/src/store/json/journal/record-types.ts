/** The types of all kinds of records that belong to users; `recordKinds` has their properties. */
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type { ApiKeyFields, ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BulkChangeRecord } from "../../../domain/bulk-change.ts";
import type { CategoryRecord } from "../../../domain/category.ts";
import type { ImportFields, ImportRecord, RemovedRow } from "../../../domain/import-batch.ts";
import type { RateRecord } from "../../../domain/rate.ts";
import type { BudgetRecord, ExpenseRecord } from "../../../domain/records.ts";

/** A record that a later version of Outlay wrote; this version keeps it unchanged. */
export interface KeptRecord {
  readonly id: number;
  readonly userId: number;
  readonly [member: string]: unknown;
}

/** Each kind's record, and the fields by which one is looked up. */
interface KindTypes {
  expenses: { record: ExpenseRecord; fields: ExpenseFields };
  budgets: { record: BudgetRecord; fields: BudgetFields };
  imports: { record: ImportRecord; fields: ImportFields };
  apiKeys: { record: ApiKeyRecord; fields: ApiKeyFields };
  categories: { record: CategoryRecord; fields: Pick<CategoryRecord, "key"> };
  rates: { record: RateRecord; fields: Pick<RateRecord, "currency" | "day"> };
  changes: { record: BulkChangeRecord; fields: object };
  removedRows: { record: RemovedRow; fields: Pick<RemovedRow, "externalId"> };
  rules: { record: KeptRecord; fields: object };
  importFormats: { record: KeptRecord; fields: object };
  recurring: { record: KeptRecord; fields: object };
  logins: { record: KeptRecord; fields: object };
}

export type KindName = keyof KindTypes;
export type RecordOf<Name extends KindName> = KindTypes[Name]["record"];
export type FieldsOf<Name extends KindName> = KindTypes[Name]["fields"];
