/** Random expenses and queries, and the answers in their plainest form. */
import {
  caseless,
  expenseCategories,
  type ExpenseFields,
  expenseKinds,
  isSpendingKind,
} from "@outlay/shared";
import fc from "fast-check";
import {
  everyExpense,
  type ExpenseFilter,
  type ExpenseOrder,
  type ExpenseQuery,
} from "../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../domain/records.ts";
import type { Store } from "../store.ts";

// Only a few values of each, so that many are equal.
const day = fc.constantFrom("2024-02-29", "2026-11-20", "2026-11-21", "2026-11-22");
const cents = fc.integer({ min: 1, max: 5 });
const label = fc.constantFrom("home", "work", "büro");
const text = fc.constantFrom("Lunch", "LUNCH in der Straße", "Σίσυφος", "Bus");

const account = fc.constantFrom("Giro", "Visa");
const note = fc.constantFrom("with Ada", "Lunch");
const currency = fc.constantFrom("USD", "JPY");

const plainFields = {
  amountCents: cents,
  description: text,
  category: fc.constantFrom(...expenseCategories),
  spentOn: day,
  tags: fc.uniqueArray(label),
  externalId: fc.constant(null),
};

const someExpense: fc.Arbitrary<ExpenseFields> = fc.oneof(
  fc.record(plainFields),
  fc
    .record(
      { ...plainFields, kind: fc.constantFrom(...expenseKinds), account, note, currency },
      { requiredKeys: ["amountCents", "description", "spentOn", "tags", "externalId", "kind"] },
    )
    .map((fields) => ({
      ...fields,
      category: isSpendingKind(fields.kind) ? (fields.category ?? "FOOD") : null,
    })),
);

export const someExpenses = fc.array(someExpense, { minLength: 6, maxLength: 40 });

const orNull = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { freq: 3 });

const someFilter: fc.Arbitrary<ExpenseFilter> = fc.record({
  isRemoved: fc.boolean(),
  kinds: fc.subarray([...expenseKinds], { minLength: 1 }),
  categories: fc.uniqueArray(fc.constantFrom(...expenseCategories), { maxLength: 2 }),
  accounts: fc.subarray(["Giro", "Visa"]),
  currencies: fc.subarray([null, "USD", "JPY"]),
  isConfirmed: orNull(fc.constant(false)),
  tags: fc.uniqueArray(label, { maxLength: 2 }),
  first: orNull(day),
  last: orNull(day),
  minCents: orNull(cents),
  maxCents: orNull(cents),
  text: orNull(fc.constantFrom("lunch", "STRASSE", "σίσυφος", "s")),
  description: orNull(fc.constantFrom("lunch", "s")),
  importId: fc.constant(null),
});

/** Filters as they are mostly used: with hardly any conditions. */
export const anyFilter = fc.oneof(
  someFilter,
  someFilter.map(({ kinds, categories }) => ({ ...everyExpense, kinds, categories })),
  someFilter.map(({ first, last }) => ({ ...everyExpense, first, last })),
);

export const someOrder: fc.Arbitrary<ExpenseOrder> = fc.record({
  by: fc.constantFrom("id", "day", "amount"),
  isDescending: fc.boolean(),
});

const within = <Value extends string | number>(
  value: Value,
  least: Value | null,
  most: Value | null,
) => (least === null || value >= least) && (most === null || value <= most);

const isAmong = <Value>(allowed: readonly Value[], value: Value): boolean =>
  allowed.length === 0 || allowed.includes(value);

const contains = (wanted: string | null, ...texts: readonly (string | null | undefined)[]) =>
  wanted === null || texts.some((each) => caseless(each ?? "").includes(caseless(wanted)));

export const meets = (filter: ExpenseFilter, record: ExpenseRecord): boolean =>
  (record.deletedAt !== null) === filter.isRemoved &&
  filter.kinds.includes(record.kind ?? "EXPENSE") &&
  isAmong<string | null>(filter.categories, record.category) &&
  isAmong<string | null>(filter.accounts, record.account ?? null) &&
  isAmong(filter.currencies, record.currency ?? null) &&
  (filter.isConfirmed === null || filter.isConfirmed === (record.confirmedBy !== undefined)) &&
  (filter.tags.length === 0 || filter.tags.some((tag) => record.tags.includes(tag))) &&
  within(record.spentOn, filter.first, filter.last) &&
  within(record.amountCents, filter.minCents, filter.maxCents) &&
  contains(filter.text, record.description, record.note) &&
  contains(filter.description, record.description) &&
  (filter.importId === null || record.importId === filter.importId);

function sorted(records: readonly ExpenseRecord[], { by, isDescending }: ExpenseOrder) {
  const key = ({ spentOn, amountCents }: ExpenseRecord) =>
    by === "id" ? 0 : by === "day" ? Number(spentOn.replaceAll("-", "")) : amountCents;
  const ascending = records.toSorted((a, b) => key(a) - key(b) || a.id - b.id);
  return isDescending ? ascending.toReversed() : ascending;
}

export async function plainSelection(
  { expenses }: Store,
  userId: number,
  filter: ExpenseFilter,
  order: ExpenseOrder,
): Promise<ExpenseRecord[]> {
  const all = [...(await expenses.list(userId)), ...(await expenses.listRemoved(userId))];
  return sorted(
    all.filter((record) => meets(filter, record)),
    order,
  );
}

/**
 * All pages, one after the other.
 * @param between is called between two pages
 */
export async function pages(
  { expenses }: Store,
  userId: number,
  query: Omit<ExpenseQuery, "after"> & { limit: number },
  between: (seen: readonly ExpenseRecord[]) => Promise<void>,
): Promise<ExpenseRecord[]> {
  const seen: ExpenseRecord[] = [];
  for (;;) {
    const page = await expenses.select(userId, { ...query, after: seen.at(-1) ?? null });
    seen.push(...page.records);
    if (!page.hasMore) return seen;
    if (page.records.length !== query.limit) throw new Error("A page is short.");
    await between(seen);
  }
}
