/** Amounts that a looser reading would take for others. They have to be rejected, never misread. */
import { describe, expect, it } from "vitest";
import { csv, fatesOf } from "../testing/lines.ts";
import { planOfText, refusalOf } from "../testing/plan-of.ts";

const rowsOf = (...amounts: readonly string[]) =>
  csv("Date;Text;Amount", ...amounts.map((amount, at) => `2024-03-0${at + 1};Shop;${amount}`));

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
