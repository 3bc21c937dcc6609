/** The output of commands with `--json`, field by field; other fields are not allowed. */
import {
  apiKey,
  budget,
  budgetStatusEntry,
  category,
  expense,
  importBatch,
  me,
  unconvertedSum as sumWithoutRate,
} from "@outlay/shared";
import * as v from "valibot";
import { keptExpense } from "../../outbox/outbox-file.ts";
import { savedFormat } from "@outlay/import";

const exactly = <Entries extends v.ObjectEntries>({ entries }: { entries: Entries }) =>
  v.strictObject(entries);

const lineAndReason = v.strictObject({ line: v.number(), reason: v.string() });

const unconvertedSum = exactly(sumWithoutRate);

const records = { expense: exactly(expense), budget: exactly(budget) };

/** Shapes that the document names. */
export const shapes = {
  account: exactly(me),
  api_key: exactly(apiKey),
  batch: exactly(importBatch),
  ...records,
  category: exactly(category),
  check: v.strictObject({
    check: v.string(),
    state: v.picklist(["ok", "note", "fault"]),
    message: v.string(),
    hint: v.nullable(v.string()),
  }),
  format: exactly(savedFormat),
  kept: exactly(keptExpense),
  outcome: v.strictObject({
    import_id: v.nullable(v.number()),
    source: v.string(),
    read: v.number(),
    imported: v.number(),
    duplicates: v.number(),
    ignored: v.array(lineAndReason),
    rejected: v.array(lineAndReason),
    balance_gaps: v.array(v.strictObject({ lines: v.array(v.number()), missing: v.string() })),
    total: v.string(),
    unconverted: v.array(
      v.strictObject({ currency: v.string(), total: v.string(), count: v.number() }),
    ),
    currency: v.nullable(v.string()),
    home_currency: v.nullable(v.string()),
    home_currency_set: v.boolean(),
    detected: v.strictObject({
      encoding: v.string(),
      delimiter: v.string(),
      header_line: v.nullable(v.number()),
      date_format: v.string(),
      decimal: v.string(),
      sign: v.string(),
      columns: v.record(v.string(), v.array(v.string())),
    }),
    categorised: v.record(v.string(), v.number()),
    unknown_categories: v.array(v.strictObject({ name: v.string(), count: v.number() })),
    new_categories: v.array(v.strictObject({ key: v.string(), name: v.string() })),
    dry_run: v.boolean(),
  }),
  report: v.strictObject({
    from: v.nullable(v.string()),
    to: v.nullable(v.string()),
    by: v.string(),
    total: v.number(),
    count: v.number(),
    groups: v.array(
      v.strictObject({
        key: v.string(),
        parent: v.optional(v.nullable(v.string())),
        total: v.number(),
        count: v.number(),
      }),
    ),
    unconverted: v.array(unconvertedSum),
    income: v.nullable(v.number()),
    left: v.nullable(v.number()),
    income_unconverted: v.array(unconvertedSum),
  }),
  rule: v.strictObject({
    id: v.number(),
    pattern: v.string(),
    category: v.string(),
    tags: v.array(v.string()),
  }),
  restored: v.strictObject({
    file: v.string(),
    accounts: v.array(v.string()),
    expenses: v.number(),
    budgets: v.number(),
    kept_in: v.nullable(v.string()),
    account: v.nullable(v.string()),
  }),
  session: v.strictObject({ profile: v.string(), server: v.string(), username: v.string() }),
  session_status: v.strictObject({
    profile: v.string(),
    server: v.string(),
    username: v.nullable(v.string()),
    token: v.nullable(v.literal("OUTLAY_TOKEN")),
    access_ends_at: v.nullable(v.string()),
    refresh_ends_at: v.nullable(v.string()),
  }),
  standing: exactly(budgetStatusEntry),
  /** The output of `undo`: the record, the restored records, or the import. */
  taken_back: v.union([
    records.expense,
    records.budget,
    v.array(v.union([records.expense, records.budget])),
    v.strictObject({ id: v.number(), deleted: v.number() }),
  ]),
} satisfies Record<string, v.GenericSchema>;
