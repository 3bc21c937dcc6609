import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ImportWords } from "../commands/import/import-options.ts";
import { planOfText } from "./testing/plan-of.ts";

interface Row {
  day: number;
  cents: number;
  text: string;
}

// Few different values, so that many rows are alike.
const row = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  cents: fc.constantFrom(100, 250, 999),
  text: fc.constantFrom("Café Ömer", "ÜBER *trip, 24", 'The "Corner" Shop', "кофе", "a\nb"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const amount = (cents: number) => `-${(cents / 100).toFixed(2)}`;
const dayText = (day: number) => `2024-03-${String(day).padStart(2, "0")}`;
const line = ({ day, cents, text }: Row) => `${dayText(day)},${quoted(text)},${amount(cents)}`;
const csv = (some: readonly Row[]) => ["Date,Description,Amount", ...some.map(line), ""].join("\n");

/** What a store has after files were imported one after the other. */
async function storedOf(files: readonly string[], words: ImportWords = {}): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const file of files) {
    const { expenses } = await planOfText(file, words);
    for (const { external_id } of expenses) ids.add(external_id);
  }
  return ids;
}

const stored = (...files: (readonly Row[])[]) => storedOf(files.map(csv));

/** The days up to one and those from another on, where there are rows of them. */
function overlapping<Dated extends { day: number }>(
  all: readonly Dated[],
  [one, other]: readonly [number, number],
): (readonly Dated[])[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const parts = [all.filter(({ day }) => day <= to), all.filter(({ day }) => day >= from)];
  return parts.filter((part) => part.length > 0);
}

const days = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }));

interface WideRow extends Omit<Row, "text"> {
  cells: string[];
}

// What is one kind of column in a part of the file is another in all of it.
const wideRow: fc.Arbitrary<WideRow> = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  cents: fc.constantFrom(100, 250),
  cells: fc.tuple(
    fc.constantFrom("Coffee House", "Grocer 55", ""),
    fc.constantFrom("DEBIT", "DEBIT", "Debit", "CHECK", "card Visa", "posted"),
    fc.constantFrom("4711", "4712", "card Visa", "01/02/2024", ""),
  ),
});
const wideRows = fc.array(wideRow, { minLength: 1, maxLength: 12 });
const wideLine = ({ day, cents, cells }: WideRow) =>
  [dayText(day), ...cells, amount(cents)].join(",");

const withId = (text: string) =>
  `Date,Description,Amount,Transaction ID\n2024-03-01,${text},-1.00,TX123456\n`;

const check = (property: fc.IAsyncProperty<unknown>) => fc.assert(property, { numRuns: 40 });

describe("whatever is in the files", () => {
  it("keeps rows that are alike, each of them", async () => {
    await check(
      fc.asyncProperty(rows, async (some) => {
        expect((await stored(some)).size).toBe(some.length);
      }),
    );
  });

  it("adds nothing when a file is imported twice", async () => {
    await check(
      fc.asyncProperty(rows, async (some) => {
        expect(await stored(some, some)).toEqual(await stored(some));
      }),
    );
  });

  it("makes the union of two exports that overlap", async () => {
    await check(
      fc.asyncProperty(rows, days, async (some, split) => {
        const files = overlapping(some, split);

        expect(await stored(...files)).toEqual(await stored(some));
        expect(await stored(...files.toReversed())).toEqual(await stored(some));
      }),
    );
  });

  it.each([
    ["named", ["Date,Payee,Details,Reference,Amount"]],
    ["named by words that nobody knows", ["Date,Xyzzy,Plugh,Frotz,Amount"]],
    ["without names", []],
  ])("takes what a row is from itself, whatever stands beside it: columns %s", async (_, head) => {
    const words = { sign: "expense-negative", map: "date=1,amount=5" };
    // A row that says nothing below a list without names is refused: it may be a balance.
    const lineOf = ({ cells: [first = "", ...others], ...row }: WideRow) =>
      wideLine({ ...row, cells: [first === "" && head.length === 0 ? "?" : first, ...others] });
    const file = (part: readonly WideRow[]) => [...head, ...part.map(lineOf), ""].join("\n");
    await check(
      fc.asyncProperty(wideRows, days, async (some, split) => {
        const whole = await storedOf([file(some)], words);
        const parts = overlapping(some, split).map(file);

        expect(whole.size).toBe(some.length);
        expect(await storedOf(parts, words)).toEqual(whole);
      }),
    );
  });

  it("knows rows again in another order, in other letters and with other blanks", async () => {
    const disguised = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => `  ${text.replaceAll(" ", "   ")} `,
      (text: string) => text.normalize("NFD"),
    );
    await check(
      fc.asyncProperty(rows, fc.infiniteStream(disguised), fc.nat(), async (some, ways, seed) => {
        const shuffled = some
          .map((one, index) => ({ one, at: (index * 7919 + seed) % 31 }))
          .toSorted((left, right) => left.at - right.at)
          .map(({ one }) => one);
        const other = shuffled.map((one) => {
          const way = ways.next().value;
          return { ...one, text: way ? way(one.text) : one.text };
        });

        expect(await stored(other)).toEqual(await stored(some));
      }),
    );
  });

  it("takes the same row of two accounts for two", async () => {
    const { expenses: giro } = await planOfText(csv([{ day: 1, cents: 100, text: "x" }]), {
      account: "giro",
    });
    const { expenses: card } = await planOfText(csv([{ day: 1, cents: 100, text: "x" }]), {
      account: "card",
    });
    expect(giro[0]?.external_id).not.toBe(card[0]?.external_id);
  });

  it("goes by the bank's own id where there is one, whatever the text says", async () => {
    const [one, other] = await Promise.all([
      planOfText(withId("Shop")),
      planOfText(withId("SHOP SARL PARIS")),
    ]);
    expect(one.expenses[0]?.external_id).toBe(other.expenses[0]?.external_id);
  });
});

describe("every row", () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "",
      "-1.00",
      "2.50",
      "1,234.56",
      ",0",
      "12,5",
      "2024-03-05",
      "Total",
      "pending",
      "2024-02-30",
    ),
  );
  const junk = fc.array(cell, { maxLength: 5 });

  it("is imported, ignored or rejected, and none is lost", async () => {
    await check(
      fc.asyncProperty(rows, fc.array(junk, { maxLength: 12 }), async (some, others) => {
        const good = some.map(line);
        const beside = good.map((_, index) => others[index] ?? []);
        const mixed = good.flatMap((one, index) => [
          one,
          (beside[index] ?? []).map(quoted).join(","),
        ]);
        const text = ["Date,Description,Amount", ...good, ...mixed, ""].join("\n");
        // Among junk there may be an amount with a comma: without the mark, the whole file is refused as unsure.
        const words = { sign: "expense-negative", decimal: "." };
        const { end, rows: planned } = await planOfText(text, words);

        const blank = beside.filter((cells) => cells.every((one) => one.trim() === "")).length;
        expect(end.read).toBe(end.expenses + end.ignored + end.rejected);
        expect(end.read).toBe(planned.length);
        expect(end.read).toBe(good.length + mixed.length - blank);
        // A line that says "pending" may be the heading of what follows.
        expect(end.expenses).toBeGreaterThanOrEqual(good.length);
      }),
    );
  });
});

describe("another export of the same rows", () => {
  const words = { sign: "expense-negative", dateFormat: "YYYY-MM-DD" };

  it.each([
    [
      "has a row without a day of purchase",
      "Transaction Date,Posting Date,Description,Amount",
      ["2024-03-01,2024-03-03,Shop,-5.00", "2024-03-02,2024-03-04,Pub,-6.00"],
      ",2024-03-05,Fee,-1.00",
    ],
    [
      "has a row in another currency",
      "Date,Description,Amount,Currency,Amount in account currency",
      ["2024-03-01,Shop,-5.00,EUR,-5.00", "2024-03-02,Pub,-6.00,EUR,-6.00"],
      "2024-03-03,Diner,-10.00,USD,-9.20",
    ],
  ])("is known again where it %s", async (_, header, some, more) => {
    const one = [header, ...some, ""].join("\n");
    const other = [header, ...some, more, ""].join("\n");
    expect((await storedOf([one, other], words)).size).toBe(3);
    expect((await storedOf([other, one], words)).size).toBe(3);
  });
});
