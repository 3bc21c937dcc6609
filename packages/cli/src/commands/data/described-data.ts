import { counted } from "@outlay/shared";

/** Describes the contents of a data folder or a backup. */
export function describedData({
  usernames,
  expenses,
  budgets,
}: {
  usernames: readonly string[];
  expenses: number;
  budgets: number;
}): string {
  const records = `${counted(expenses, "expense")} and ${counted(budgets, "budget")}`;
  return usernames.length === 0 ? records : `${records} of ${usernames.join(", ")}`;
}
