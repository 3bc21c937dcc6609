import { describe, expect, it } from "vitest";
import { expensesOf, hintOf } from "./testing/lines.ts";

const sayWhichSign = "Say which: --sign expense-negative or --sign expense-positive";

describe("what could be read the wrong way round is refused:", () => {
  it("a card whose balance is a debt, and rises with what is spent", async () => {
    expect(
      await hintOf(
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
      await hintOf(
        "Date,Paid by,What,Amount",
        "2024-03-28,C,Market,31.00",
        "2024-03-27,D,Grocer,12.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("two cards of one person, a debit and a credit card", async () => {
    expect(
      await hintOf(
        "Date,Card,Shop,Amount",
        "2024-03-28,Credit,A,31.00",
        "2024-03-27,Debit,B,12.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("merchants without a minus, of which one is income", async () => {
    expect(
      await hintOf(
        "Date,Category,Merchant,Amount",
        "2024-03-28,Food,Market,12.50",
        "2024-03-27,Income,Works,900.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("what a shop takes in", async () => {
    expect(
      await hintOf(
        "Date,Description,Amount",
        "2024-03-28,Payment from Smith,120.00",
        "2024-03-27,Payment from Jones,150.00",
        "2024-03-26,Refund to Smith,-20.00",
        "2024-03-24,Software,-24.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("a balance of what may be a card's debt, beside amounts without signs", async () => {
    expect(
      await hintOf(
        "Date,Card,Text,Amount,Balance",
        "2024-03-01,1234,A,40.00,40.00",
        "2024-03-04,1234,B,210.00,250.00",
        "2024-03-06,1234,C,250.00,0.00",
        "2024-03-09,1234,D,33.00,33.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("an amount converted in some rows only", async () => {
    expect(
      await hintOf(
        "Date,Description,Amount,Currency,Amount in EUR",
        "2024-03-01,Diner,-20.00,USD,-18.50",
        "2024-03-05,Bakery,-4.20,EUR,",
        "2024-03-08,Salary,2000.00,EUR,",
      ),
    ).toContain("--map amount=");
  });

  it("amounts without signs, of which one is pay", async () => {
    expect(
      await hintOf(
        "Date,Description,Amount",
        "2024-03-28,Card purchase Market,31.00",
        "2024-03-28,Card purchase Baker,11.00",
        "2024-03-28,Card purchase Grocer,21.00",
        "2024-03-27,Salary Acme,1200.00",
      ),
    ).toContain("--sign expense-positive");
  });

  it("as many debits with a minus as without", async () => {
    expect(
      await hintOf(
        "Date,Text,Debit,Credit",
        "2024-03-04,Bakery,-25.00,",
        "2024-03-15,Acme,,1200.00",
        "2024-03-18,Bakery,5.00,",
      ),
    ).toContain("--map debit=");
  });

  it("amounts that a comma has divided", async () => {
    expect(await hintOf("04.03.2024,Bäcker,-25,30", "15.03.2024,Gehalt,1200,00")).toContain(
      "--map amount=",
    );
  });

  it("what a shop has sold", async () => {
    expect(
      await hintOf(
        "Sale Date,Item,Buyer,Price",
        "03/14/24,Mug,anna,25.00",
        "03/18/24,Bowl,ben,2.00",
      ),
    ).toBe(sayWhichSign);
  });

  it("a card's list of nothing but what it was paid", async () => {
    expect(await hintOf("Date,Description,Amount", "2024-03-01,Payment - thank you,-100.00")).toBe(
      sayWhichSign,
    );
  });

  it("days of which nothing tells the year", async () => {
    const rows = ["Date,Description,Amount", "04/03,A,-1.00", "15/03,B,-2.00"];
    expect(await hintOf(...rows)).toContain("--map date=COLUMN");
    expect(await hintOf("Account opened 01/05/2019", ...rows)).toContain("--map date=COLUMN");
  });

  it("whole cents", async () => {
    expect(await hintOf("date,text,amount_cents", "2024-03-28,Shop,-1250")).toContain("--map");
  });

  it("two columns of amounts that differ, alike in name", async () => {
    expect(
      await hintOf(
        "Date,Text,Value 1,Value 2",
        "2024-03-28,A,-1.00,-2.00",
        "2024-03-29,B,-1.50,-3.00",
      ),
    ).toContain("--map amount=");
  });
});

describe("what a careful reader can decide is read:", () => {
  it("days of booking, where some rows have no day of a purchase", async () => {
    expect(
      await expensesOf(
        "Posting date,Transaction date,Text,Amount",
        "2024-03-28,2024-03-27,A,-12.50",
        "2024-03-29,,Fee,-1.00",
        "2024-03-30,2024-03-30,Salary,900.00",
      ),
    ).toEqual(["12.50 A", "1.00 Fee"]);
  });

  it("a card's purchases, refunds and payments, by their type", async () => {
    expect(
      await expensesOf(
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
      await expensesOf(
        "Date,Description,Amount,Currency,Settled amount,Settled currency",
        "2024-03-28,Names,-10.00,USD,-9.25,EUR",
        "2024-03-27,Market,-12.50,EUR,-12.50,EUR",
        "2024-03-26,Salary,900.00,EUR,900.00,EUR",
      ),
    ).toEqual(["9.25 Names", "12.50 Market"]);
  });

  it("a dash in place of cents", async () => {
    expect(
      await expensesOf(
        "Datum;Text;Betrag CHF;Saldo",
        "28.03.2024;Markt;-12.50;100.00",
        "27.03.2024;Lohn;5900.-;112.50",
        "26.03.2024;Miete;-1450.-;-5787.50",
      ),
    ).toEqual(["12.50 Markt", "1450.00 Miete"]);
  });

  it("nothing, however it is written", async () => {
    expect(
      await expensesOf(
        "Date,Details,Paid in,Paid out",
        "2024-03-28,Market,-,12.50",
        "2024-03-27,Works,900.00,n/a",
        "2024-03-26,Grocer,n/a,7.50",
      ),
    ).toEqual(["12.50 Market", "7.50 Grocer"]);
  });

  it("states in a column of yes and no", async () => {
    expect(
      await expensesOf(
        "Date,Description,Amount,Pending",
        "2024-03-28,A,-12.50,false",
        "2024-03-25,B,-1.01,true",
      ),
    ).toEqual(["12.50 A"]);
  });

  it("words that end in a day", async () => {
    expect(
      await expensesOf(
        "Date,Description,Amount",
        "2024-01-05,Market 28/12/2023,-12.50",
        "2024-01-06,Grocer 29/12/2023,-2.50",
      ),
    ).toEqual(["12.50 Market 28/12/2023", "2.50 Grocer 29/12/2023"]);
  });
});
