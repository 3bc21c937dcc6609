import { describe, expect, it } from "vitest";
import { planOfText, refusalOf } from "./testing/plan-of.ts";

const csv = (...lines: string[]) => `${lines.join("\n")}\n`;
const expenses = async (...lines: string[]) =>
  (await planOfText(csv(...lines))).expenses.map(
    ({ amount, description }) => `${amount} ${description}`,
  );
const refusal = async (...lines: string[]) => (await refusalOf(planOfText(csv(...lines))))?.hint;

const sayWhichSign = "Say which: --sign expense-negative or --sign expense-positive";

describe("what could be read the wrong way round is refused:", () => {
  it("a card whose balance is a debt, and rises with what is spent", async () => {
    expect(
      await refusal(
        "Date,Description,Amount,Balance",
        "2024-03-02,Grocer,20.50,120.50",
        "2024-03-05,Bakery,5.50,126.00",
        "2024-03-09,Payment thank you,-100.00,26.00",
        "2024-03-11,Cinema,12.00,38.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("letters in a column that isn't about direction", async () => {
    expect(
      await refusal(
        "Date,Paid by,What,Amount",
        "2024-03-28,C,Market,31.00",
        "2024-03-27,D,Grocer,12.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("two cards of one person, a debit and a credit card", async () => {
    expect(
      await refusal(
        "Date,Card,Shop,Amount",
        "2024-03-28,Credit,A,31.00",
        "2024-03-27,Debit,B,12.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("merchants without a minus, of which one is income", async () => {
    expect(
      await refusal(
        "Date,Category,Merchant,Amount",
        "2024-03-28,Food,Market,12.50",
        "2024-03-27,Income,Works,900.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("what a shop takes in", async () => {
    expect(
      await refusal(
        "Date,Description,Amount",
        "2024-03-28,Payment from Smith,120.00",
        "2024-03-27,Payment from Jones,150.00",
        "2024-03-26,Refund to Smith,-20.00",
        "2024-03-24,Software,-24.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("whole cents", async () => {
    expect(await refusal("date,text,amount_cents", "2024-03-28,Shop,-1250")).toContain("--map");
  });

  it("two columns of amounts that differ, alike in name", async () => {
    expect(
      await refusal(
        "Date,Text,Value 1,Value 2",
        "2024-03-28,A,-1.00,-2.00",
        "2024-03-29,B,-1.50,-3.00",
      ),
    ).toContain("--map amount=");
  });
});

describe("what a careful reader can decide is read:", () => {
  it("a card's purchases, refunds and payments, by their type", async () => {
    expect(
      await expenses(
        "Date,Type,Merchant,Amount",
        "2024-03-28,Purchase,Market,31.00",
        "2024-03-27,Refund,Market,12.00",
        "2024-03-26,Payment,Thank you,90.00",
        "2024-03-25,Cash advance,Cash machine,50.00",
      ),
    ).toEqual(["31.00 Market", "50.00 Cash machine"]);
  });

  it("amounts in the account's own currency, where others stand beside them", async () => {
    expect(
      await expenses(
        "Date,Description,Amount,Currency,Settled amount,Settled currency",
        "2024-03-28,Names,-10.00,USD,-9.25,EUR",
        "2024-03-27,Market,-12.50,EUR,-12.50,EUR",
        "2024-03-26,Salary,900.00,EUR,900.00,EUR",
      ),
    ).toEqual(["9.25 Names", "12.50 Market"]);
  });

  it("a dash in place of cents", async () => {
    expect(
      await expenses(
        "Datum;Text;Betrag CHF;Saldo",
        "28.03.2024;Markt;-12.50;100.00",
        "27.03.2024;Lohn;5900.-;112.50",
        "26.03.2024;Miete;-1450.-;-5787.50",
      ),
    ).toEqual(["12.50 Markt", "1450.00 Miete"]);
  });

  it("nothing, however it is written", async () => {
    expect(
      await expenses(
        "Date,Details,Paid in,Paid out",
        "2024-03-28,Market,-,12.50",
        "2024-03-27,Works,900.00,n/a",
        "2024-03-26,Grocer,n/a,7.50",
      ),
    ).toEqual(["12.50 Market", "7.50 Grocer"]);
  });

  it("states in a column of yes and no", async () => {
    expect(
      await expenses(
        "Date,Description,Amount,Pending",
        "2024-03-28,A,-12.50,false",
        "2024-03-25,B,-1.01,true",
      ),
    ).toEqual(["12.50 A"]);
  });

  it("words that end in a day", async () => {
    expect(
      await expenses(
        "Date,Description,Amount",
        "2024-01-05,Market 28/12/2023,-12.50",
        "2024-01-06,Grocer 29/12/2023,-2.50",
      ),
    ).toEqual(["12.50 Market 28/12/2023", "2.50 Grocer 29/12/2023"]);
  });
});
