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
const fields = fc.record({
  cents: fc.integer({ min: 1, max: 999_999_999_999 }),
  description,
  category: fc.constantFrom(...expenseCategories),
  date: fc.constantFrom("2024-02-29", "2024-03-01", "2026-01-01"),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
});

const instant = "2026-01-01T00:00:00.000Z";
const expenses = fc.array(fields, { maxLength: 12 }).map((some) =>
  some
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ cents, ...rest }, index): Expense => ({
      id: index + 1,
      amount: centsToNumber(cents),
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

/** The record without the fields that the server sets. */
function recorded(expense: Expense) {
  const { id: _id, created_at: _created, updated_at: _updated, amount, ...said } = expense;
  return { ...said, amount: amount.toFixed(2) };
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

/** Sums in cents by the last part of each account of expenses. */
function totalsOf(some: readonly Expense[]): Map<string, bigint> {
  const totals = new Map<string, bigint>();
  for (const { category, amount } of some) {
    const cents = BigInt(amount.toFixed(2).replace(".", ""));
    const name = String(category);
    totals.set(name, (totals.get(name) ?? 0n) + cents);
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
  const some = fc.sample(expenses, { numRuns: 40, seed: 7 }).flat();
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
      const [amount = ""] = /\d[\d,]*(?:\.\d+)?/.exec(line.replace(/expenses:\w+/, "")) ?? [];
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
    const all = [...sorted, ...named].toSorted((one, other) => (one.date < other.date ? -1 : 1));
    const journal = await written("beancount", all, { ...plain, currency: "EUR" });
    const path = join(await newFolder(), "all.beancount");
    await writeFile(path, journal);
    expect(printed("bean-check", [path], "") ?? "").toBe("");
  });
});
