/** Journals with amounts in several currencies, as bookkeeping programs value them. */
import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { convertCents, numberToCents, RateTable } from "@outlay/shared";
import { newFolder } from "@outlay/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "../api/received/records.ts";
import { anExpense } from "../testing/an-expense.ts";
import { type ExportFormatName, exportFormats, exportText } from "./export-text.ts";

const rates = new RateTable([
  { currency: "USD", date: "2024-01-01", rate: "0.9215" },
  { currency: "USD", date: "2024-02-15", rate: "0.8733333333" },
  { currency: "JPY", date: "2024-01-01", rate: "0.0062305296" },
]);

function toHome({ amount, currency, date }: Expense): bigint | undefined {
  const units = currency === null ? undefined : rates.at(currency, date);
  return units === undefined ? undefined : convertCents(numberToCents(amount), units);
}

const record = fc.record({
  amount: fc.integer({ min: 1, max: 99_999 }).map((cents) => cents / 100),
  currency: fc.constantFrom(null, "USD", "JPY"),
  kind: fc.constantFrom("EXPENSE", "REFUND"),
  date: fc.constantFrom("2024-01-31", "2024-02-29", "2024-03-01"),
});

const records = fc
  .sample(record, { numRuns: 150, seed: 3 })
  .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  .map((each, index) => anExpense({ ...each, id: index + 1, description: "x", tags: [] }));

const ignored = () => undefined;

async function written(name: ExportFormatName, some: readonly Expense[]): Promise<string> {
  const options = { isSpreadsheetSafe: false, currency: "EUR", account: undefined, toHome };
  // oxlint-disable-next-line require-await -- a stream of what is there already
  const pieces = async function* () {
    yield some;
  };
  let text = "";
  for await (const piece of exportText(pieces(), exportFormats[name](options), ignored))
    text += piece;
  return text;
}

/** The output of a program; undefined, with a message, if it isn't installed. */
function printed(program: string, args: readonly string[], input: string): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, { input, encoding: "utf8" });
  if (error) {
    process.stderr.write(`${program} is not installed: its valuing of exports isn't tested.\n`);
    return undefined;
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}

/** The amount spent, as a report has it: each record is converted, rounded, and then given its sign. */
const spentCents = records.reduce((sum, expense) => {
  const cents =
    expense.currency === null ? BigInt(numberToCents(expense.amount)) : (toHome(expense) ?? 0n);
  return expense.kind === "REFUND" ? sum - cents : sum + cents;
}, 0n);

describe("the total of a journal at cost is that of a report", () => {
  it.each([
    ["hledger", ["-f", "-", "balance", "expenses", "-B", "--depth", "1"]],
    ["ledger", ["-f", "-", "balance", "expenses", "-B", "--depth", "1"]],
  ])("in %s", async (program, args) => {
    const text = printed(program, args, await written("hledger", records));
    if (text === undefined) return;
    const [, digits = ""] = /(-?[\d,]+\.\d\d) EUR/.exec(text) ?? [];
    expect(text).not.toMatch(/USD|JPY/);
    expect(BigInt(digits.replace(/[,.]/g, ""))).toBe(spentCents);
  });

  it("and beancount accepts it", async () => {
    const path = join(await newFolder(), "all.beancount");
    await writeFile(path, await written("beancount", records));
    expect(printed("bean-check", [path], "") ?? "").toBe("");
  });
});

it("an amount without a rate has no price", async () => {
  const franc = anExpense({ id: 1, amount: 5, currency: "CHF", date: "2024-01-31", tags: [] });
  const journal = await written("hledger", [franc]);
  expect(journal).toContain("  5.00 CHF\n");
  expect(journal).toContain("  -5.00 CHF\n");
  expect(journal).not.toContain("@@");
});
