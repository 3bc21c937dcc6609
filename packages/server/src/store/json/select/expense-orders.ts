import type { ExpenseOrder, ExpensePosition } from "../../../domain/expense-query.ts";

export type ComparePositions = (one: ExpensePosition, other: ExpensePosition) => number;

const ascending: Record<ExpenseOrder["by"], ComparePositions> = {
  id: (one, other) => one.id - other.id,
  day: (one, other) =>
    one.spentOn === other.spentOn ? one.id - other.id : one.spentOn < other.spentOn ? -1 : 1,
  amount: (one, other) => one.amountCents - other.amountCents || one.id - other.id,
};

export function orderComparison({ by, isDescending }: ExpenseOrder): ComparePositions {
  const compare = ascending[by];
  return isDescending ? (one, other) => compare(other, one) : compare;
}
