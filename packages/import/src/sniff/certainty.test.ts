import { describe, expect, it } from "vitest";
import { expensesOf } from "../testing/lines.ts";

describe("a file that a careful reader can decide is read if it has", () => {
  it("amounts that are equal in rows of the account's currency", async () => {
    expect(
      await expensesOf(
        "Date,Text,Amount,Currency,Home",
        "2024-03-01,Diner,-20.00,USD,-18.50",
        "2024-03-05,Bakery,-4.20,EUR,-4.20",
        "2024-03-08,Salary,2000.00,EUR,2000.00",
      ),
    ).toEqual(["18.50 Diner", "4.20 Bakery"]);
  });

  it("a card's rows with a minus that are all named as received", async () => {
    expect(
      await expensesOf(
        "Date,Description,Card Member,Amount",
        "03/18/2024,GROCER,A B,22.10",
        "03/19/2024,REFUND X,A B,-70.00",
        "03/20/2024,ONLINE PAYMENT - THANK YOU,A B,-500.00",
      ),
    ).toEqual(["22.10 GROCER"]);
  });

  it("descriptions that only give the kind of row", async () => {
    expect(
      await expensesOf(
        "Date,Description,Amount",
        "2024-03-01,Fee,-1.00",
        "2024-03-02,Salary,900.00",
        "2024-03-03,ATM,-20.00",
      ),
    ).toEqual(["1.00 Fee", "20.00 ATM"]);
  });

  it("only a booking day in a row without a day of purchase", async () => {
    expect(
      await expensesOf(
        "Posting date,Transaction date,Text,Amount",
        "2024-03-28,2024-03-27,A,-12.50",
        "2024-03-29,,Fee,-1.00",
        "2024-03-30,2024-03-30,Salary,900.00",
      ),
    ).toEqual(["12.50 A", "1.00 Fee"]);
  });

  it("a type for a card's purchases, refunds and payments", async () => {
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

  it("amounts in the account's currency beside others", async () => {
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

  it("zero amounts in any notation", async () => {
    expect(
      await expensesOf(
        "Date,Details,Paid in,Paid out",
        "2024-03-28,Market,-,12.50",
        "2024-03-27,Works,900.00,n/a",
        "2024-03-26,Grocer,n/a,7.50",
      ),
    ).toEqual(["12.50 Market", "7.50 Grocer"]);
  });

  it("statuses in a column of yes and no", async () => {
    expect(
      await expensesOf(
        "Date,Description,Amount,Pending",
        "2024-03-28,A,-12.50,false",
        "2024-03-25,B,-1.01,true",
      ),
    ).toEqual(["12.50 A"]);
  });

  it("words that end with a day", async () => {
    expect(
      await expensesOf(
        "Date,Description,Amount",
        "2024-01-05,Market 28/12/2023,-12.50",
        "2024-01-06,Grocer 29/12/2023,-2.50",
      ),
    ).toEqual(["12.50 Market 28/12/2023", "2.50 Grocer 29/12/2023"]);
  });
});
