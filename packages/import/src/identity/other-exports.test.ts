/** A bank's second export of rows that are already stored. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { earlierId } from "../testing/earlier-id.ts";
import { encodedAs } from "../testing/encoded.ts";
import { anyDay, overlapping, split } from "../testing/overlapping.ts";
import { type PlanOf, planOfText, savedFrom } from "../testing/plan-of.ts";
import { store, storedOf } from "../testing/stored-of.ts";

const csvOf = (some: readonly { day: number; text: string }[]) =>
  [
    "Date,Description,Amount",
    ...some.map(({ day, text }) => `2024-03-${String(day).padStart(2, "0")},${text},-5.00`),
    "",
  ].join("\n");

/** Returns an export with an additional column. */
const wideCsv = (column: string, ...rows: string[]) =>
  [`Date,Description,Amount,${column}`, ...rows, ""].join("\n");

/**
 * Two exports that share one purchase, with a different day and text in each, and have one other purchase each.
 */
const twice = (column: string) => [
  wideCsv(column, "2024-03-01,Shop,-5.00,TX123456", "2024-03-01,Pub,-6.00,TX123457"),
  wideCsv(column, "2024-03-03,Shop PARIS,-5.00,TX123456", "2024-03-04,Pub,-6.00,TX123458"),
];

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
  ])("is recognised if it %s", async (_, header, some, more) => {
    const one = [header, ...some, ""].join("\n");
    const other = [header, ...some, more, ""].join("\n");
    expect((await storedOf([one, other], words)).size).toBe(3);
    expect((await storedOf([other, one], words)).size).toBe(3);
  });
});

describe("an export in a legacy encoding", () => {
  const banks = [
    ["windows-1252", ["Müller", "Café Zoë", "Ärztehaus Köln", "Šimek – 5 €", "Zürich", "Shop"]],
    ["macintosh", ["Café Zoë", "Crédit Français", "Ärztehaus", "Œuvre à Évry", "Boîte", "Shop"]],
    ["windows-1250", ["Žižka", "Bečvář", "Dvořák Třebíč", "Łódź", "Święta Góra", "Kávé", "Shop"]],
    ["windows-1254", ["İstanbul Şişli", "Çay Bahçesi", "Ürgüp", "Dağ Iğdır", "Göl", "Shop"]],
    ["windows-1257", ["Rīga Centrs", "Šiauliai", "Ąžuolas", "Kafejnīca", "Põlva", "Shop"]],
  ] as const;

  it.each(banks)(
    "has each row once, whatever encoding each export is taken for: %s",
    async (encoding, names) => {
      const rows = fc.array(fc.record({ day: anyDay, text: fc.constantFrom(...names) }), {
        minLength: 1,
        maxLength: 12,
      });
      const guesses = new Set<string>();
      const property = fc.asyncProperty(rows, split, async (some, days) => {
        const plans: PlanOf[] = [];
        for (const part of overlapping(some, days)) {
          plans.push(await planOfText(encodedAs(encoding, csvOf(part))));
        }
        guesses.add(plans.map(({ head }) => head.detected?.encoding).join(" "));
        for (const inTurn of [plans, plans.toReversed()]) {
          const ids = new Set<string>();
          for (const { expenses } of inTurn) store(ids, expenses);
          expect(ids.size).toBe(some.length);
        }
      });
      await fc.assert(property, { numRuns: 100 });
      // Otherwise the property would be vacuous.
      const differing = [...guesses].filter((each) => new Set(each.split(" ")).size > 1);
      expect(differing.filter((each) => !each.includes("utf-8"))).not.toEqual([]);
    },
  );

  it("can be followed by one in UTF-8, and follow one", async () => {
    const text = csvOf([
      { day: 1, text: "Žižka" },
      { day: 1, text: "Bečvář" },
      { day: 1, text: "Žižka" },
      { day: 2, text: "Shop" },
    ]);
    const old = encodedAs("windows-1250", text);
    expect((await storedOf([text, old])).size).toBe(4);
    expect((await storedOf([old, text])).size).toBe(4);
  });

  it("can be followed by one whose encoding the command line or a format gives", async () => {
    const text = "Žižka Bečvář";
    const old = encodedAs("windows-1250", csvOf([{ day: 1, text }]));
    const encoding = "windows-1250";
    const guessed = await planOfText(old);
    const format = await savedFrom(old, { encoding });
    const said = await planOfText(old, { encoding });
    const saved = await planOfText(old, {}, { formats: [format] });
    for (const plan of [said, saved]) {
      expect(plan.expenses).toMatchObject([
        { external_id: earlierId({ day: "2024-03-01", amountCents: 500, by: { text } }) },
      ]);
      for (const inTurn of [
        [guessed, plan],
        [plan, guessed],
      ]) {
        const ids = new Set<string>();
        for (const { expenses } of inTurn) store(ids, expenses);
        expect(ids.size).toBe(1);
      }
    }
  });
});

describe("a purchase that the bank dates differently once it is booked", () => {
  it.each([
    "Transaction ID",
    "Transaction number",
    "FITID",
    "Txn ID",
    "Umsatz-ID",
    "Transaktions-ID",
    "Numéro d'opération",
    "Id operazione",
    "Nr transakcji",
    "ID операции",
    "交易单号",
    "取引番号",
  ])("is one expense if the column of its id numbers transactions: %s", async (column) => {
    expect((await storedOf(twice(column))).size).toBe(3);
  });

  it.each([
    "Reference number",
    "Bank reference",
    "Order ID",
    "Receipt No",
    "Referenznummer",
    "流水号",
    "승인번호",
    "ID",
  ])("is two if another purchase may have the same id: %s", async (column) => {
    expect((await storedOf(twice(column))).size).toBe(4);
  });

  it("is one or two depending on the column that --map names", async () => {
    const map = (column: string) => storedOf(twice(column), { map: `id=${column}` });
    expect((await map("Buchungs-ID")).size).toBe(3);
    expect((await map("Customer number")).size).toBe(4);
    const headerless = twice("").map((text) => text.slice(text.indexOf("\n") + 1));
    const words = { map: "date=1,description=2,amount=3,id=4", sign: "expense-negative" };
    expect((await storedOf(headerless, words)).size).toBe(4);
  });

  it("is two if one file has both rows", async () => {
    const rows = ["2024-03-01,Shop,-5.00,TX123456", "2024-03-02,Shop,-5.00,TX123456"];
    const one = wideCsv("Transaction ID", ...rows);
    expect((await storedOf([one])).size).toBe(2);
    expect((await storedOf([one, one])).size).toBe(2);
  });
});
