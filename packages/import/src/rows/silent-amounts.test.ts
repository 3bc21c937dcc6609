/** Amounts that a looser reading would take for others. They have to be rejected, never misread. */
import { describe, expect, it } from "vitest";
import { csv, fatesOf } from "../testing/lines.ts";
import { planOfText, refusalOf } from "../testing/plan-of.ts";

const rowsOf = (...amounts: readonly string[]) =>
  csv("Date;Text;Amount", ...amounts.map((amount, at) => `2024-03-0${at + 1};Shop;${amount}`));

const noSign = (line: number, cell: string) =>
  `rejected ${line}: amount "${cell}" has no sign, although others have a plus or a minus`;

const contradiction = (line: number, cell: string) =>
  `rejected ${line}: the sign and the letters in "${cell}" contradict each other`;

describe("an amount whose digits aren't in groups of three", () => {
  it.each(["-7 25", "-7'25", "-7_25", "-1 2 3 4.50"])(
    "is rejected among others: %j",
    async (cell) => {
      expect(await fatesOf(rowsOf("-4.50", cell, "-1 234.00", "-3.00"))).toEqual([
        "2024-03-01 4.50 Shop",
        `rejected 3: amount "${cell}" isn't a number: its digits aren't in groups of three`,
        "2024-03-03 1234.00 Shop",
        "2024-03-04 3.00 Shop",
      ]);
    },
  );

  it("is rejected in a whole file of such amounts", async () => {
    const fates = await fatesOf(rowsOf("-4 50", "-32 10", "-7 25"));
    expect(fates.map((fate) => fate.split(":")[0])).toEqual([
      "rejected 2",
      "rejected 3",
      "rejected 4",
    ]);
  });

  it("still marks its column, so that a balance without a name isn't taken for the amounts", async () => {
    const rows = ["-4 50;95.50", "-32 10;63.40", "-7 25;56.15"];
    const text = csv(...rows.map((row, at) => `2024-03-0${at + 1};Shop;${row}`));
    expect((await refusalOf(planOfText(text)))?.message).toMatch(/^Several columns hold amounts/);
  });

  it("is counted in a row without a day", async () => {
    const text = csv(
      "Date;Text;Amount",
      "2024-03-01;Shop;-4.50",
      ";;-7 25",
      "2024-03-03;Pub;-1.00",
    );
    expect(await fatesOf(text)).toContain("rejected 3: no date");
  });

  it("is counted above the list", async () => {
    const text = csv(
      "Bank",
      "2024-02-01;Shop;-7 25",
      "Date;Text;Amount",
      "2024-03-01;Shop;-4.50",
      "2024-03-02;Pub;-1.00",
    );
    expect((await fatesOf(text))[0]).toMatch(/^rejected 2:/);
  });
});

describe("an amount without a sign, where others have a plus or a minus,", () => {
  it("is rejected", async () => {
    const text = rowsOf("-4.50", "-7.00", "250.00", "+60.00", "+900.00");
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 4.50 Shop",
      "2024-03-02 7.00 Shop",
      noSign(4, "250.00"),
      "ignored 5: money in",
      "ignored 6: money in",
    ]);
  });

  it("is rejected if the sign of expenses is given", async () => {
    const text = rowsOf("-4.50", "250.00", "+60.00");
    expect(await fatesOf(text, { sign: "expense-negative" })).toContain(noSign(3, "250.00"));
    expect(await fatesOf(text, { sign: "expense-positive" })).toContain(noSign(3, "250.00"));
  });

  it("is read if it is zero", async () => {
    expect(await fatesOf(rowsOf("-4.50", "0.00", "+60.00"))).toContain("ignored 3: zero amount");
  });

  it("is read if a word of direction is beside it", async () => {
    const text = csv(
      "Date;Text;Type;Amount",
      "2024-03-01;Shop;Debit;-4.50",
      "2024-03-02;Pub;Debit;25.00",
      "2024-03-03;Work;Credit;250.00",
      "2024-03-04;Work;Credit;+60.00",
      "2024-03-05;Pub;Debit;-6.00",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 4.50 Shop",
      "2024-03-02 25.00 Pub",
      "ignored 4: money in",
      "ignored 5: money in",
      "2024-03-05 6.00 Pub",
    ]);
  });

  const balanced = [
    "2024-03-01;Shop;-4.50;95.50",
    "2024-03-02;Shop;-7.00;88.50",
    "2024-03-03;Work;250.00;338.50",
    "2024-03-04;Pub;30.00;308.50",
    "2024-03-05;Work;+60.00;368.50",
    "2024-03-06;Shop;-8.50;360.00",
    "2024-03-07;Shop;-10.00;350.00",
  ];
  const fates = ["4.50 Shop", "7.00 Shop", "money in", "30.00 Pub", "money in", "8.50 Shop"];

  it.each([
    ["oldest", balanced],
    ["newest", balanced.toReversed()],
  ])("is read if the balance shows its direction, with the %s row first", async (_, rows) => {
    const read = await fatesOf(csv("Date;Text;Amount;Balance", ...rows));
    const ends = read.map((fate) => fate.replace(/^\S+ (?:\d+: )?/, ""));
    expect(ends.toSorted()).toEqual([...fates, "10.00 Shop"].toSorted());
  });

  it("is rejected if the balance doesn't cover it", async () => {
    const text = csv("Date;Text;Amount;Balance", ...balanced).replace(";338.50", ";");
    expect(await fatesOf(text)).toContain(noSign(4, "250.00"));
  });
});

describe("letters after an amount that contradict its direction", () => {
  it("cause a rejection if a minus means money out", async () => {
    const text = rowsOf("-4.50", "-5.00 C", "-6.00 DR", "7.00 CR", "-8.00", "+9.00 DR");
    expect(await fatesOf(text, { sign: "expense-negative" })).toEqual([
      "2024-03-01 4.50 Shop",
      contradiction(3, "-5.00 C"),
      "2024-03-03 6.00 Shop",
      "ignored 5: money in",
      "2024-03-05 8.00 Shop",
      contradiction(7, "+9.00 DR"),
    ]);
  });

  it("cause a rejection if a minus means money in, as on a card", async () => {
    const text = rowsOf("4.50", "-25.00 CR", "-5.00 DR", "(6.00) D", "7.00 CR", "8.00 DR");
    expect(await fatesOf(text, { sign: "expense-positive" })).toEqual([
      "2024-03-01 4.50 Shop",
      "ignored 3: money in",
      contradiction(4, "-5.00 DR"),
      contradiction(5, "(6.00) D"),
      "ignored 6: money in",
      "2024-03-06 8.00 Shop",
    ]);
  });

  it("cause no rejection if the balance shows the direction", async () => {
    const text = csv(
      "Date;Text;Amount;Balance",
      "2024-03-01;Shop;-4.50;95.50",
      "2024-03-02;Pub;-5.50 C;90.00",
      "2024-03-03;Work;60.00 C;150.00",
      "2024-03-04;Shop;-7.00;143.00",
    );
    expect((await fatesOf(text))[1]).toBe("2024-03-02 5.50 Pub");
  });

  it("cause a rejection beside a word that says otherwise", async () => {
    const text = csv(
      "Date;Text;Type;Amount",
      "2024-03-01;Shop;Debit;4.50 DR",
      "2024-03-02;Pub;Credit;5.00 DR",
      "2024-03-03;Work;Credit;60.00 CR",
      "2024-03-04;Shop;Debit;+7.00 DR",
    );
    expect(await fatesOf(text, { map: "direction=Type" })).toEqual([
      "2024-03-01 4.50 Shop",
      'rejected 3: the letters in "5.00 DR" contradict "Credit"',
      "ignored 4: money in",
      contradiction(5, "+7.00 DR"),
    ]);
  });

  it("cause a rejection in a column of the other direction", async () => {
    const text = csv(
      "Date;Text;Debit;Credit",
      "2024-03-01;Shop;4.50 DR;",
      "2024-03-02;Pub;5.00 CR;",
      "2024-03-03;Work;;60.00 CR",
    );
    expect(await fatesOf(text)).toEqual([
      "2024-03-01 4.50 Shop",
      'rejected 3: the letters in "5.00 CR" contradict "Debit"',
      "ignored 4: money in",
    ]);
  });
});
