import { describe, expect, it } from "vitest";
import { hintOf } from "../testing/lines.ts";

const sayWhichSign =
  "Say which sign expenses have: --sign expense-negative or --sign expense-positive";
const sayDirection =
  "If all rows are expenses: --sign expense-positive. If none is: --sign expense-negative. If a column gives the direction: --map direction=COLUMN";

describe("a file with signs or amounts that could be misread is refused, such as", () => {
  it("a card whose balance is a debt, which rises with spending", async () => {
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
    ).toBe(sayDirection);
  });

  it("two cards of one person, a debit and a credit card", async () => {
    expect(
      await hintOf(
        "Date,Card,Shop,Amount",
        "2024-03-28,Credit,A,31.00",
        "2024-03-27,Debit,B,12.00",
      ),
    ).toBe(sayDirection);
  });

  it("merchants without a minus, one of which is income", async () => {
    expect(
      await hintOf(
        "Date,Category,Merchant,Amount",
        "2024-03-28,Food,Market,12.50",
        "2024-03-27,Income,Works,900.00",
      ),
    ).toBe(sayDirection);
  });

  it("a shop's income", async () => {
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

  it("a balance that may be a card's debt, beside amounts without signs", async () => {
    expect(
      await hintOf(
        "Date,Card,Text,Amount,Balance",
        "2024-03-01,1234,A,40.00,40.00",
        "2024-03-04,1234,B,210.00,250.00",
        "2024-03-06,1234,C,250.00,0.00",
        "2024-03-09,1234,D,33.00,33.00",
      ),
    ).toBe(sayDirection);
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

  it("amounts without signs, one of which is pay", async () => {
    expect(
      await hintOf(
        "Date,Description,Amount",
        "2024-03-28,Card purchase Market,31.00",
        "2024-03-28,Card purchase Baker,11.00",
        "2024-03-28,Card purchase Grocer,21.00",
        "2024-03-28,Card purchase Lamp,20.00",
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
    ).toContain("--sign expense-positive");
  });

  it("amounts that a comma has split", async () => {
    expect(await hintOf("04.03.2024,Bäcker,-25,30", "15.03.2024,Gehalt,1200,00")).toContain(
      "--map amount=",
    );
  });

  it("a shop's sales", async () => {
    expect(
      await hintOf(
        "Sale Date,Item,Buyer,Price",
        "03/14/24,Mug,anna,25.00",
        "03/18/24,Bowl,ben,2.00",
      ),
    ).toBe(sayDirection);
  });

  it("a card's list that has only payments to the card", async () => {
    expect(await hintOf("Date,Description,Amount", "2024-03-01,Payment - thank you,-100.00")).toBe(
      sayWhichSign,
    );
  });

  it("days without a year anywhere", async () => {
    const rows = ["Date,Description,Amount", "04/03,A,-1.00", "15/03,B,-2.00"];
    expect(await hintOf(...rows)).toContain("--map date=COLUMN");
    expect(await hintOf("Account opened 01/05/2019", ...rows)).toContain("--map date=COLUMN");
    const twoYears = "Period: 01/01/2023 - 31/12/2024";
    expect(await hintOf(twoYears, ...rows)).toContain("--map date=COLUMN");
  });

  it("whole cents", async () => {
    expect(await hintOf("date,text,amount_cents", "2024-03-28,Shop,-1250")).toContain("--map");
  });

  it("two columns of different amounts with similar names", async () => {
    expect(
      await hintOf(
        "Date,Text,Value 1,Value 2",
        "2024-03-28,A,-1.00,-2.00",
        "2024-03-29,B,-1.50,-3.00",
      ),
    ).toContain("--map amount=");
  });
});
