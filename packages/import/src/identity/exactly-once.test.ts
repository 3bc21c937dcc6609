import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOfText } from "../testing/plan-of.ts";
import { anyDay, overlapping, split } from "../testing/overlapping.ts";
import { storedOf } from "../testing/stored-of.ts";

interface Row {
  day: number;
  cents: number;
  text: string;
}

// Few different values make many rows alike.
const row = fc.record({
  day: anyDay,
  cents: fc.constantFrom(100, 250, 999),
  text: fc.constantFrom("Café Ömer", "ÜBER *trip, 24", 'The "Corner" Shop', "кофе", "a\nb"),
});
const rows = fc.array(row, { minLength: 1, maxLength: 30 });

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const amount = (cents: number) => `-${(cents / 100).toFixed(2)}`;
const dayText = (day: number) => `2024-03-${String(day).padStart(2, "0")}`;
const line = ({ day, cents, text }: Row) => `${dayText(day)},${quoted(text)},${amount(cents)}`;
const csv = (some: readonly Row[]) => ["Date,Description,Amount", ...some.map(line), ""].join("\n");

const stored = (...files: (readonly Row[])[]) => storedOf(files.map(csv));

interface WideRow extends Omit<Row, "text"> {
  cells: string[];
}

// A column may look like one kind in a part of the file, and like another in the whole file.
const wideRow: fc.Arbitrary<WideRow> = fc.record({
  day: anyDay,
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

describe("an import of any files", () => {
  it("keeps each of several equal rows", async () => {
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

  it("stores the union of two overlapping exports", async () => {
    await check(
      fc.asyncProperty(rows, split, async (some, days) => {
        const files = overlapping(some, days);

        expect(await stored(...files)).toEqual(await stored(some));
        expect(await stored(...files.toReversed())).toEqual(await stored(some));
      }),
    );
  });

  it.each([
    ["named", ["Date,Payee,Details,Reference,Amount"]],
    ["named by words that nobody knows", ["Date,Xyzzy,Plugh,Frotz,Amount"]],
    ["without names", []],
  ])(
    "identifies a row by its own contents, whatever the other rows are: columns %s",
    async (_, head) => {
      const words = { sign: "expense-negative", map: "date=1,amount=5" };
      // An empty row below a list without a header is refused, because it may be a balance.
      const filled = (cell: string) => (cell === "" && head.length === 0 ? "?" : cell);
      const lineOf = (wide: WideRow) => wideLine({ ...wide, cells: wide.cells.map(filled) });
      const file = (part: readonly WideRow[]) => [...head, ...part.map(lineOf), ""].join("\n");
      await check(
        fc.asyncProperty(wideRows, split, async (some, days) => {
          const whole = await storedOf([file(some)], words);
          const parts = overlapping(some, days).map(file);

          expect(whole.size).toBe(some.length);
          expect(await storedOf(parts, words)).toEqual(whole);
        }),
      );
    },
  );

  it("recognises rows in another order, another case and with other blanks", async () => {
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

  it("counts equal rows of two accounts as two", async () => {
    const { expenses: giro } = await planOfText(csv([{ day: 1, cents: 100, text: "x" }]), {
      account: "giro",
    });
    const { expenses: card } = await planOfText(csv([{ day: 1, cents: 100, text: "x" }]), {
      account: "card",
    });
    expect(giro[0]?.external_id).not.toBe(card[0]?.external_id);
  });

  it("goes by the bank's own id if there is one, whatever the text is", async () => {
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
        // The junk may include an amount with a comma: without a given mark, the whole file is refused as
        // unsure.
        const words = { sign: "expense-negative", decimal: "." };
        const { end, rows: planned } = await planOfText(text, words);

        const blank = beside.filter((cells) => cells.every((one) => one.trim() === "")).length;
        expect(end.read).toBe(end.expenses + end.ignored + end.rejected);
        expect(end.read).toBe(planned.length);
        expect(end.read).toBe(good.length + mixed.length - blank);
        // A line that says "pending" may be the heading of the following rows.
        expect(end.expenses).toBeGreaterThanOrEqual(good.length);
      }),
    );
  });
});
