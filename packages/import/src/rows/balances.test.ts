import { describe, expect, it } from "vitest";
import { csv, expensesOf, fatesOf, hintOf } from "../testing/lines.ts";

describe("debit and credit, which mean opposite things to a bank and its customer, are refused if", () => {
  it("the balance contradicts them, and nothing else decides", async () => {
    expect(
      await hintOf(
        "Date,Text,Debit,Credit,Balance",
        "2024-03-01,A,1000.00,,1000.00",
        "2024-03-04,B,,42.10,957.90",
        "2024-03-09,C,300.00,,1257.90",
      ),
    ).toContain("--map debit=COLUMN,credit=COLUMN");
  });

  it("pay is in a bank's column of money out", async () => {
    expect(
      await hintOf(
        "Date,Text,Debit,Credit",
        "2024-03-01,Salary Acme,1000.00,",
        "2024-03-04,B,,42.10",
      ),
    ).toContain("--map debit=COLUMN,credit=COLUMN");
  });

  it("they are words in a column that the balance contradicts", async () => {
    expect(
      await hintOf(
        "Date,Text,Amount,Type,Balance",
        "2024-03-01,A,1000.00,Debit,1000.00",
        "2024-03-04,B,42.10,Credit,957.90",
        "2024-03-09,C,300.00,Debit,1257.90",
      ),
    ).toContain("--map direction=COLUMN");
  });
});

describe("if amounts have no signs, the balance shows", () => {
  const header = "Date,Text,Amount,Balance";
  const march = [
    "2024-03-01,A,19.50,492.50",
    "2024-03-06,B,300.00,192.50",
    "2024-03-15,C,1400.00,1592.50",
    "2024-03-17,D,64.25,1528.25",
  ];
  const unknown = "no balance shows whether it is money out or money in";

  it("which went out, except for the first row and one whose balance doesn't fit", async () => {
    const text = csv(header, ...march, "2024-03-18,E,5.00,1500.00");
    expect(await fatesOf(text)).toEqual([
      `rejected 2: ${unknown}`,
      "2024-03-06 300.00 B",
      "ignored 4: money in",
      "2024-03-17 64.25 D",
      `rejected 6: ${unknown}`,
    ]);
  });

  it("the same with the newest row first, across lines of words", async () => {
    const [a = "", b = "", c = "", d = ""] = march;
    const text = csv(header, d, ",more of D,,", c, b, a, ",Opening balance,,512.00");
    expect(await fatesOf(text)).toEqual([
      "2024-03-17 64.25 D",
      "ignored 3: text only",
      "ignored 4: money in",
      "2024-03-06 300.00 B",
      "2024-03-01 19.50 A",
      "ignored 7: balance or total",
    ]);
  });
});

it("plain words beside debit and credit decide which is which", async () => {
  expect(
    await expensesOf(
      "Date,Source,Description,Debit,Credit",
      "04 Mar 2024,Spend Money,Grocer,,42.10",
      "06 Mar 2024,Receive Money,Client,300.00,",
      "19 Mar 2024,Spend Money,Rent,,650.00",
    ),
  ).toEqual(["42.10 Grocer", "650.00 Rent"]);
});
