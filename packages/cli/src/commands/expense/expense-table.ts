import type { Expense } from "../../api/received/records.ts";
import type { Money } from "../../terminal/amounts.ts";
import { growingTable } from "../../terminal/table.ts";
import { amountText, categoryOrKind } from "./kinds/kind-text.ts";
import { tagsText } from "./tags-text.ts";

/** The first columns of any table of expenses. */
export const expenseColumns = [
  { title: "ID", align: "right" },
  { title: "DATE" },
  { title: "CATEGORY", least: 4 },
  { title: "AMOUNT", align: "right" },
  { title: "DESCRIPTION", isFlexible: true, least: 6 },
] as const;

const columns = [...expenseColumns, { title: "TAGS", isFlexible: true, isOptional: true }] as const;

const cells = (expense: Expense, money: Money) => [
  String(expense.id),
  expense.date,
  categoryOrKind(expense),
  amountText(expense, money),
  expense.description,
  tagsText(expense.tags),
];

/** The words of other kinds are told apart by their first letters. */
const columnsForKinds = columns.map((column) =>
  column.title === "CATEGORY" ? { ...column, least: 5 } : column,
);

/**
 * A table of expenses that arrive in batches.
 * @param shown returns an expense as people see it
 * @param hasOtherKinds whether there may be records without a category
 */
export function expenseTable(
  width: number | undefined,
  money: Money,
  shown: (expense: Expense) => Expense = (expense) => expense,
  hasOtherKinds = false,
): (expenses: readonly Expense[]) => string {
  const rows = growingTable(hasOtherKinds ? columnsForKinds : columns, width);
  return (expenses) => rows(expenses.map((expense) => cells(shown(expense), money)));
}
