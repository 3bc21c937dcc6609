import { spawnSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expenseCategories, centsToNumber } from "@outlay/shared";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "../api/received/records.ts";
import { anExpense } from "../testing/an-expense.ts";
import { planOfText } from "@outlay/import/testing";
import type { ExportOptions } from "./export-format.ts";
import { type ExportFormatName, exportFormats, exportText } from "./export-text.ts";
import { newFolder } from "@outlay/testing";

const importPage = fileURLToPath(new URL("../../../../docs/IMPORT.md", import.meta.url));

const plain: ExportOptions = { isSpreadsheetSafe: false, currency: undefined, account: undefined };

/** Text that the server accepts: not blank, and without NUL. */
const description = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      "=1+1",
      '@SUM("x")',
      "-2+3",
      'a "b", c;d\te',
      "a\nb\r\nc",
      "😀 café",
      "\uFEFFx",
    ),
    fc.constantFrom("'=1", "＝1+1", "* (x) ! ; y | z", "2024-01-01 x  1.00", "Why rejected"),
  )
  .map((text) => text.replaceAll("\0", "0").trim())
  .filter((text) => text !== "");
const tag = fc.constantFrom("work", "über", "-1", "2024", "a_b");
const nullable = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
/** A text that can also be an account's name. */
const nullableText = nullable(description.filter((text) => Array.from(text).length <= 60));

const kinds = fc.oneof(
  fc.record({
    kind: fc.constantFrom("EXPENSE", "REFUND"),
    category: fc.constantFrom<string>(...expenseCategories),
    direction: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("INCOME"),
    category: fc.constant(null),
    direction: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("TRANSFER"),
    category: fc.constant(null),
    direction: fc.constantFrom("out", "in"),
  }),
);

const fields = fc.record({
  kinds,
  account: nullableText,
  note: nullableText,
  currency: nullable(fc.constantFrom("USD", "JPY")),
  import_id: nullable(fc.integer({ min: 1 })),
  cents: fc.integer({ min: 1, max: 999_999_999_999 }),
  description,
  date: fc.constantFrom("2024-02-29", "2024-03-01", "2026-01-01"),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
});

const instant = "2026-01-01T00:00:00.000Z";
const expenses = fc.array(fields, { maxLength: 12 }).map((some) =>
  some
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ cents, kinds: own, ...rest }, index): Expense => ({
      id: index + 1,
      amount: centsToNumber(cents),
      ...own,
      confirmed_by: null,
      confirmed_as: null,
      external_id: `=own-${index}"`,
      created_at: instant,
      updated_at: instant,
      ...rest,
    })),
);

async function written(
  format: ExportFormatName,
  some: readonly Expense[],
  options: ExportOptions = plain,
): Promise<string> {
  // oxlint-disable-next-line require-await -- pieces of what is there already
  async function* pieces() {
    yield some.slice(0, 3);
    yield some.slice(3);
  }
  let text = "";
  for await (const part of exportText(pieces(), exportFormats[format](options), () => undefined)) {
    text += part;
  }
  return text;
}

/** The fields that a file of an earlier version lacks, and that a plan leaves out where they have their defaults. */
const addedNames = ["kind", "direction", "account", "note", "currency"] as const;

/** The record as it is planned, without the fields that the server sets. */
function recorded(expense: Expense) {
  const { amount, description: words, category, date, tags, external_id } = expense;
  const added = addedNames.filter((name) => expense[name] !== null && expense[name] !== "EXPENSE");
  return {
    amount: amount.toFixed(2),
    description: words,
    category,
    date,
    tags,
    external_id,
    ...Object.fromEntries(added.map((name) => [name, expense[name]])),
  };
}

describe("an export", () => {
  it.each(["csv", "json", "ndjson"] as const)(
    "as %s is imported as the same records",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(expenses, async (some) => {
          // An empty file carries no information.
          fc.pre(format !== "ndjson" || some.length > 0);
          const text = await written(format, some);
          const imported = (await planOfText(text)).expenses;
          expect(imported).toEqual(some.map(recorded));
        }),
        { numRuns: 60 },
      );
    },
  );

  it("as CSV has the columns that docs/IMPORT.md names", async () => {
    const [header = ""] = (await written("csv", [])).split("\n");
    const page = await readFile(importPage, "utf8");
    const [, told = ""] = /CSV with the columns ([^.]*?), are imported/.exec(page) ?? [];
    expect([...told.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(header.split(","));
  });

  it("as JSON is the API's own", async () => {
    await fc.assert(
      fc.asyncProperty(expenses, async (some) => {
        expect(JSON.parse(await written("json", some))).toEqual(some);
      }),
    );
  });

  it("contains no formula for a spreadsheet if that is wanted", async () => {
    await fc.assert(
      fc.asyncProperty(expenses, async (some) => {
        const text = await written("csv", some, { ...plain, isSpreadsheetSafe: true });
        // Removes quotes as a spreadsheet does.
        const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell);
        expect(cells.filter((cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual(
          [],
        );
      }),
    );
  });
});

const centsOf = ({ amount }: Expense): bigint => BigInt(amount.toFixed(2).replace(".", ""));

/** Sums in cents by the last part of each account of expenses. Refunds are taken off. */
function totalsOf(some: readonly Expense[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const expense of some) {
    const { category, kind } = expense;
    if (category === null) continue;
    const cents = kind === "REFUND" ? -centsOf(expense) : centsOf(expense);
    totals.set(category, (totals.get(category) ?? 0n) + cents);
  }
  return totals;
}

/** The output of a program for a journal; undefined, with a message, if the program isn't installed. */
function printed(program: string, args: readonly string[], journal: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    input: journal,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  if (error) {
    process.stderr.write(`${program} is not installed: its reading of exports isn't tested.\n`);
    return undefined;
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

describe("a journal", () => {
  const some = fc
    .sample(expenses, { numRuns: 40, seed: 7 })
    .flat()
    .map((expense) => ({ ...expense, currency: null }));
  const sorted = some.toSorted((one, other) => (one.date < other.date ? -1 : 1));

  it.each([
    ["hledger", ["-f", "-", "balance", "expenses", "-O", "csv", "--no-total"], undefined],
    ["hledger", ["-f", "-", "balance", "expenses", "-O", "csv", "--no-total"], "EUR"],
    ["ledger", ["-f", "-", "--flat", "balance", "expenses", "--no-total"], undefined],
  ] as const)("is read by %s to the same totals: %j", async (program, args, currency) => {
    const journal = await written("hledger", sorted, { ...plain, currency });
    const text = printed(program, args, journal);
    if (text === undefined) return;
    const totals = new Map<string, bigint>();
    for (const line of text.split("\n")) {
      const [, category] = /expenses:(\w+)/.exec(line) ?? [];
      const [amount = ""] = /-?\d[\d,]*(?:\.\d+)?/.exec(line.replace(/expenses:\w+/, "")) ?? [];
      if (category === undefined) continue;
      const [whole = "", fraction = ""] = amount.replaceAll(",", "").split(".");
      totals.set(category.toUpperCase(), BigInt(whole + fraction.padEnd(2, "0")));
    }
    expect(totals).toEqual(totalsOf(sorted));
  });

  const hostile = [
    "* starred",
    "! due",
    "(code) x",
    "a ; b",
    "a | b",
    "two\nlines",
    String.raw`C:\ "x"`,
  ];
  const named = hostile.map((text, index) =>
    anExpense({ id: index + 1, description: text, date: "2024-03-01", tags: ["work", "über"] }),
  );

  it("has descriptions that hledger reads as plain text", async () => {
    const text = printed("hledger", ["-f", "-", "descriptions"], await written("hledger", named));
    if (text === undefined) return;
    expect(text.trimEnd().split("\n").toSorted()).toEqual(
      [
        "! due",
        "(code) x",
        "* starred",
        String.raw`C:\ "x"`,
        "a , b",
        "a / b",
        "two lines",
      ].toSorted(),
    );
  });

  it("is accepted by beancount", async () => {
    // beancount knows the letters of an older version of Unicode only.
    const accounts = [null, "Giro", "Ålands bank: café", "a\nb", "=1+1", "1 % 2"];
    const inMany = fc
      .sample(expenses, { numRuns: 20, seed: 8 })
      .flat()
      .map((expense, index) => ({
        ...expense,
        account: accounts[index % accounts.length] ?? null,
      }));
    const ofHome = sorted.map((expense) => ({ ...expense, account: null }));
    const all = [...ofHome, ...inMany, ...named].toSorted((one, other) =>
      one.date < other.date ? -1 : 1,
    );
    const journal = await written("beancount", all, { ...plain, currency: "EUR" });
    const path = join(await newFolder(), "all.beancount");
    await writeFile(path, journal);
    expect(printed("bean-check", [path], "") ?? "").toBe("");
  });
});

describe("records of all kinds in a journal", () => {
  const date = "2026-11-03";
  const giro = { date, tags: [], currency: null };
  const month = [
    anExpense({ ...giro, id: 1, amount: 50, description: "Zara", category: "MISCELLANEOUS" }),
    anExpense({ ...giro, id: 2, amount: 20, description: "Zara", kind: "REFUND" }),
    ...(["INCOME", "TRANSFER", "TRANSFER"] as const).map((kind, index) =>
      anExpense({
        ...giro,
        id: 3 + index,
        amount: kind === "INCOME" ? 2500 : 300,
        description: "Moved",
        category: null,
        kind,
        direction: kind === "INCOME" ? null : index === 1 ? "out" : "in",
        account: index === 2 ? "Savings" : "Giro",
      }),
    ),
    anExpense({ ...giro, id: 6, amount: 5, description: "Tea", account: null }),
    anExpense({ ...giro, id: 7, amount: 30, description: "Hotel", currency: "USD" }),
  ];

  it("are booked between the account in which the money lay and what it was for", async () => {
    expect(await written("hledger", month)).toMatchSnapshot();
    expect(await written("beancount", month, { ...plain, currency: "EUR" })).toMatchSnapshot();
  });

  it("come to the balances of all accounts", async () => {
    const journal = await written("hledger", month, { ...plain, account: "assets:purse" });
    const args = ["-f", "-", "balance", "-O", "csv", "--no-total"];
    const text = printed("hledger", args, journal);
    if (text === undefined) return;
    expect(text.replaceAll('"', "").trimEnd().split("\n").slice(1)).toEqual([
      "assets:Giro,2170.00, -30.00 USD",
      "assets:Savings,300.00",
      "assets:purse,-5.00",
      "expenses:food,-15.00, 30.00 USD",
      "expenses:miscellaneous,50.00",
      "income:other,-2500.00",
    ]);
  });

  it.each([
    ["Transfers", "assets:Transfers account", "Assets:Transfers-Account"],
    ["Bank:  my giro; joint", "assets:Bank:my giro, joint", "Assets:Bank:My-giro-joint"],
    [" : ", "assets:unknown", "Assets:Unknown"],
    ["(4711) [x]", "assets:(4711) [x]", "Assets:4711-x"],
    ["дом", "assets:дом", "Assets:Дом"],
    ["現金 😀", "assets:現金 😀", "Assets:X現金"],
    ["ﬁn", "assets:ﬁn", "Assets:FIn"],
  ])("have an account of their own for %j", async (account, ofHledger, ofBeancount) => {
    const one = [anExpense({ ...giro, account })];
    const journal = await written("hledger", one);
    expect(journal).toContain(`\n    ${ofHledger}\n`);
    printed("hledger", ["-f", "-", "balance"], journal);
    const beancount = await written("beancount", one, { ...plain, currency: "EUR" });
    expect(beancount).toContain(`\n  ${ofBeancount}\n`);
    const path = join(await newFolder(), "one.beancount");
    await writeFile(path, beancount);
    expect(printed("bean-check", [path], "") ?? "").toBe("");
  });
});
