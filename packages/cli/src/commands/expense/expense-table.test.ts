import type { Expense } from "../../api/received/records.ts";
import { describe, expect, it } from "vitest";
import { columnWidth } from "../../terminal/column-width.ts";
import { anExpense } from "../../testing/an-expense.ts";
import { bareMoney } from "../../terminal/amounts.ts";
import { expenseTable } from "./expense-table.ts";

const expense = (id: number, more: Partial<Expense>) =>
  anExpense({ id, description: "Lunch with Ada", ...more });

const expenses = [
  expense(1204, {}),
  expense(1203, {
    amount: 1234.5,
    category: "MISCELLANEOUS",
    description: "家賃と光熱費のまとめ払い、十一月分の請求書による",
    tags: ["家", "monthly"],
  }),
  expense(7, { description: "👩‍👩‍👧 cine\u0301ma au coin de la rue", amount: 0.01, tags: ["fun"] }),
];

describe("the table of expenses", () => {
  it.each([40, 80, 200, undefined])("in %s columns", (width) => {
    const text = expenseTable(width, bareMoney)(expenses);
    expect(text).toMatchSnapshot();
    for (const line of text.split("\n")) {
      expect(columnWidth(line)).toBeLessThanOrEqual(width ?? Infinity);
    }
  });

  it("has its columns where they were when more rows come, or further apart", () => {
    const rows = expenseTable(80, bareMoney);
    const [first, second, third] = expenses.map((each) => rows([each]));
    expect(first).toMatch(/^ *ID +DATE/);
    expect(second).not.toContain("ID");
    expect(columnWidth(third?.split("0.01")[0] ?? "")).toBe(
      columnWidth(second?.split("1,234.50")[0] ?? "") + "1,234.50".length - "0.01".length,
    );
  });
});
