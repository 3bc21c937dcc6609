import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "../api/received/records.ts";
import { anExpense } from "../testing/an-expense.ts";
import { expenses, plain, printed, written } from "../testing/exports.ts";

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
    expect(await written("hledger", month)).toMatchSnapshot("for hledger");
    expect(await written("beancount", month, { ...plain, currency: "EUR" })).toMatchSnapshot(
      "for beancount",
    );
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
