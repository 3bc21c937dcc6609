import { counted, type ExpenseKind, expenseKinds } from "@outlay/shared";

const texts: Record<ExpenseKind, (count: number) => string> = {
  EXPENSE: (count) => counted(count, "expense"),
  REFUND: (count) => counted(count, "refund"),
  INCOME: (count) => `${counted(count, "record")} of income`,
  TRANSFER: (count) => counted(count, "transfer"),
};

/** `2 refunds, 1 record of income and 2 transfers`; empty if there is nothing. */
export function countedKinds(counts: Partial<Record<ExpenseKind, number>>): string {
  const parts = expenseKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [texts[kind](count)] : [];
  });
  const all = [parts.slice(0, -1).join(", "), ...parts.slice(-1)];
  return all.filter((part) => part !== "").join(" and ");
}
