import { describe, expect, it } from "vitest";
import { csv, fatesOf } from "../testing/lines.ts";
import { planOfText, refusalOf } from "../testing/plan-of.ts";

const onDays = (days: readonly string[]) =>
  csv("Date,Description,Amount", ...days.map((day) => `${day},Shop,-1.00`));

describe("a row", () => {
  it("with a zero amount isn't an expense, even with a minus", async () => {
    const text = csv("Date,Text,Amount", "2024-03-01,Shop,-1.00", "2024-03-02,Check,-0.00");
    expect(await fatesOf(text)).toEqual(["2024-03-01 1.00 Shop", "ignored 3: zero amount"]);
  });

  it("with a minus among debits without one is a refund", async () => {
    const text = csv(
      "Date,Text,Debit,Credit",
      "2024-03-01,Shop,5.00,",
      "2024-03-02,Pub,6.00,",
      "2024-03-03,Shop,-5.00,",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 5.00 Shop",
      "2024-03-02 6.00 Pub",
      "ignored 4: refund",
    ]);
  });

  it("is described by a name rather than an account number", async () => {
    const text = csv(
      "Datum;Empfänger;Verwendungszweck;Betrag",
      "01.03.2024;DE12 5001 0517 0648 4898 90;Miete März;-500,00",
      "02.03.2024;Bäckerei;Brot;-5,00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 500.00 Miete März",
      "2024-03-02 5.00 Bäckerei",
    ]);
  });

  it("with a day and words but no amount is rejected", async () => {
    const text = csv("Date,Text,Amount", "2024-03-01,Shop,-1.00", "2024-03-02,Pub,");
    expect(await fatesOf(text)).toEqual(["2024-03-01 1.00 Shop", "rejected 3: no amount"]);
  });

  it("with a day that doesn't exist, or an invalid amount, is rejected", async () => {
    const text = csv(
      "Date,Text,Amount",
      "2024-03-01,Shop,-1.00",
      "2024-02-30,Shop,-1.00",
      "2024-03-01,Shop,-1.00.0",
      "2024-03-01,Shop,-99999999999.00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 1.00 Shop",
      'rejected 3: date "2024-02-30" isn\'t valid as YYYY-MM-DD',
      'rejected 4: amount "-1.00.0" isn\'t a number',
      'rejected 5: amount "-99999999999.00" is more than 9999999999.99',
    ]);
  });

  it("of words continues the row above, for the rules", async () => {
    const text = csv(
      "Transaction date,Description,Withdrawals,Deposits",
      "2024-03-01,DEBIT PURCHASE,5.00,",
      ",UBER EATS 123,,",
      "2024-03-02,FEE,1.00,",
    );
    const rule = { id: 1, pattern: "uber*eats", category: "FOOD" as const, tags: ["out"] };
    const { rows, expenses } = await planOfText(text, {}, { rules: [rule] });
    expect(expenses.map(({ category, tags }) => [category, tags])).toEqual([
      ["FOOD", ["out"]],
      ["MISCELLANEOUS", []],
    ]);
    expect(rows[1]).toEqual({ kind: "ignored", line: 3, reason: "text only" });
  });
});

it("a comma in an unquoted amount doesn't end it", async () => {
  const text = csv("Date,Amount,Text", "2024-03-01,-5,Shop", "2024-03-02,-12,50,Pub");
  expect(await fatesOf(text, { sign: "expense-negative" })).toEqual([
    "2024-03-01 5.00 Shop",
    "rejected 3: it has more cells than the header: a delimiter may have split an amount or a text",
  ]);
});

it("a date isn't read as a day in the future", async () => {
  const text = csv("Date;Text;Amount", "24-03-28;Shop;-1.00", "24-03-12;Pub;-2.00");
  expect(await fatesOf(text)).toEqual(["2024-03-28 1.00 Shop", "2024-03-12 2.00 Pub"]);
});

describe("if a file leaves the order of day and month open", () => {
  const rows = ["02/03/2024", "04/03/2024", "05/03/2024", "01/04/2024", "02/04/2024"];

  it("the order of its rows in time decides", async () => {
    const { expenses } = await planOfText(onDays(rows));
    expect(expenses.map(({ date }) => date)).toEqual([
      "2024-03-02",
      "2024-03-04",
      "2024-03-05",
      "2024-04-01",
      "2024-04-02",
    ]);
  });

  it("the file is refused if their order doesn't decide either", async () => {
    const refused = await refusalOf(planOfText(onDays(rows.slice(0, 2))));
    expect(refused).toMatchObject({
      code: "unsure",
      hint: "Say which it is: --date-format DD/MM/YYYY or --date-format MM/DD/YYYY",
    });
  });
});

it("words for pay show which sign is money in", async () => {
  const text = csv("Date,Text,Amount", "2024-03-01,Gehalt März,100.00", "2024-03-02,Bäcker,-1.00");
  expect(await fatesOf(text)).toEqual(["ignored 2: money in", "2024-03-02 1.00 Bäcker"]);
});

it("an expense has the currency of the amount that is used", async () => {
  const text = csv(
    "Date,Text,Amount,Currency,Settled amount,Settled currency",
    "2024-03-01,Diner,-20.00,USD,-18.50,EUR",
    "2024-03-02,Pub,-5.00,EUR,-5.00,EUR",
  );
  const { rows } = await planOfText(text);
  expect(rows.map((row) => row.kind === "expense" && row.currency)).toEqual(["EUR", "EUR"]);
});

it("a word after an amount outweighs its sign", async () => {
  const text = csv(
    "Date,Text,Amount",
    "2024-03-01,A,36.00",
    "2024-03-02,B,9.00 CR",
    "2024-03-03,C,-5.00",
  );
  expect(await fatesOf(text, { sign: "expense-positive" })).toEqual([
    "2024-03-01 36.00 A",
    "ignored 3: money in",
    "ignored 4: money in",
  ]);
});

it("a fee in a column of its own is added if an option says so", async () => {
  const text = csv("Date,Text,Amount,Fee", "2024-03-01,Shop,-10.00,0.50", "2024-03-02,Pub,-1.00,0");
  const added = await fatesOf(text, { map: "fee=Fee" });
  expect(await fatesOf(text)).toEqual(["2024-03-01 10.00 Shop", "2024-03-02 1.00 Pub"]);
  expect(added).toEqual(["2024-03-01 10.50 Shop", "2024-03-02 1.00 Pub"]);
});

it("words of direction are never descriptions, even among other words", async () => {
  const text = csv(
    "Details,Posting Date,Description,Amount",
    "CHECK,03/30/2024,Rent,-100.00",
    "DEBIT,03/29/2024,Coffee Shop,-4.50",
    "CREDIT,03/28/2024,Payroll,1500.00",
  );
  expect(await fatesOf(text)).toEqual([
    "2024-03-30 100.00 Rent",
    "2024-03-29 4.50 Coffee Shop",
    "ignored 4: money in",
  ]);
});

it("a rule sees an expense's description and its whole text, each by itself", async () => {
  const text = csv("Date,Payee,Memo,Amount", "2024-03-01,Coffee House,morning,-3.00");
  const category = async (pattern: string) => {
    const rule = { id: 1, pattern, category: "FOOD" as const, tags: [] };
    return (await planOfText(text, {}, { rules: [rule] })).expenses[0]?.category;
  };
  expect(await category("/^coffee house$/")).toBe("FOOD");
  expect(await category("coffee*morning")).toBe("FOOD");
  expect(await category("house*coffee")).toBe("MISCELLANEOUS");
});
