import { expenseCategories, expenseKinds } from "@outlay/shared";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ExpenseFilter, everyExpense } from "../../../domain/expense-query.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { ToHome } from "../../../domain/spent.ts";
import { UserRecords } from "../memory/user-records.ts";
import { UnreadRecords } from "../memory/unread-records.ts";
import { sumExpenses } from "./sum-expenses.ts";

const instant = "2026-01-01T00:00:00.000Z";
const recordKind = {
  externalId: ({ externalId }: ExpenseRecord) => externalId,
  day: ({ spentOn }: ExpenseRecord) => spentOn,
};

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.constantFrom('","category":"FOOD","spentOn":"2026-01-01', "\\", 'a"b', "},\n{", "Taxi home"),
);
const record: fc.Arbitrary<ExpenseRecord> = fc
  .record({
    id: fc.integer({ min: 1, max: 30 }),
    amountCents: fc.integer({ min: 1, max: 999_999_999_999 }),
    description: text,
    category: fc.option(fc.constantFrom(...expenseCategories, "RENT_2")),
    spentOn: fc.constantFrom("2025-12-31", "2026-01-01", "2026-01-09", "2026-10-31"),
    tags: fc.uniqueArray(fc.constantFrom("work", "über", "a-1"), { maxLength: 2 }),
    externalId: fc.option(text),
    kind: fc.option(fc.constantFrom(...expenseKinds), { nil: undefined }),
    account: fc.option(text, { nil: undefined }),
    note: fc.option(text, { nil: undefined }),
    currency: fc.option(fc.constantFrom("USD", "JPY"), { nil: undefined }),
    deletedAt: fc.option(fc.constant(instant), { freq: 5 }),
    importId: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  })
  // In the order in which members are written.
  .map(({ deletedAt, importId, kind, account, note, currency, ...fields }) => ({
    ...fields,
    ...(kind !== undefined && { kind }),
    ...(account !== undefined && { account }),
    ...(note !== undefined && { note }),
    ...(currency !== undefined && { currency }),
    userId: 1,
    createdAt: instant,
    updatedAt: instant,
    deletedAt,
    ...(importId !== undefined && { importId }),
  }));
const records = fc
  .uniqueArray(record, { selector: ({ id }) => id, maxLength: 20 })
  .map((some) => some.toSorted((one, other) => one.id - other.id));

const filter: fc.Arbitrary<ExpenseFilter> = fc
  .record(
    {
      isRemoved: fc.boolean(),
      kinds: fc.subarray([...expenseKinds], { minLength: 1 }),
      categories: fc.subarray([...expenseCategories]),
      accounts: fc.subarray(["\\", 'a"b', "Taxi home"]),
      currencies: fc.subarray(["USD", "JPY", null]),
      isConfirmed: fc.boolean(),
      tags: fc.subarray(["work", "über"]),
      first: fc.constantFrom("2025-12-31", "2026-01-01"),
      last: fc.constantFrom("2026-01-01", "2026-01-31"),
      maxCents: fc.constant(500_000_000_000),
      text: fc.constantFrom("taxi", '"'),
      description: fc.constantFrom("taxi", '"'),
      importId: fc.constantFrom(1, 2),
    },
    { requiredKeys: [] },
  )
  .map((some) => ({ ...everyExpense, ...some }));

/** Knows a rate for dollars. */
const toHome: ToHome = ({ amountCents, currency }) =>
  currency == null || currency === "USD" ? BigInt(amountCents) : undefined;

it("returns the same sums for unparsed expenses of a snapshot and for parsed ones", async () => {
  const property = fc.asyncProperty(
    records,
    fc.array(record, { maxLength: 4 }),
    filter,
    fc.constantFrom("category", "tags", "account", "day"),
    fc.boolean(),
    async (some, later, wanted, by, isOtherOrder) => {
      const lines = some.map(({ id, ...rest }) =>
        JSON.stringify(isOtherOrder && id % 2 === 0 ? { ...rest, id } : { id, ...rest }),
      );
      const pieces = lines.length === 0 ? [] : [lines.join(",\n")];
      const unread = new UserRecords<ExpenseRecord>(recordKind, new UnreadRecords(pieces));
      const read = new UserRecords<ExpenseRecord>(recordKind);
      read.putAll(some);
      for (const one of later) {
        unread.put(one);
        read.put(one);
      }
      const sums = await sumExpenses(unread, wanted, { by, toHome }, instant);
      expect(unread.unread).toBeDefined();
      expect(sums).toEqual(await sumExpenses(read, wanted, { by, toHome }, instant));
    },
  );
  await fc.assert(property, { numRuns: 500 });
});
