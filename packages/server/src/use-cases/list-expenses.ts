import type { CalendarDate } from "@outlay/shared";
import type { ExpenseRecord, Expenses } from "../store/store.ts";

export interface ExpenseQuery {
  /** Those in the trash, and not the others. */
  deleted: boolean;
  /** The first day, and the last; null where there is no limit. */
  from: CalendarDate | null;
  to: CalendarDate | null;
  /** The batch that they came in; null for any, and for none. */
  import: number | null;
}

const firstDay = "0001-01-01";
const lastDay = "9999-12-31";

async function listDays(
  expenses: Expenses,
  userId: number,
  { deleted, from, to }: ExpenseQuery,
): Promise<readonly ExpenseRecord[]> {
  const [first, last] = [from ?? firstDay, to ?? lastDay];
  if (deleted) {
    const removed = await expenses.listRemoved(userId);
    return removed.filter(({ spentOn }) => spentOn >= first && spentOn <= last);
  }
  if (from === null && to === null) return expenses.list(userId);
  return (await expenses.listDays(userId, first, last)).toSorted((a, b) => a.id - b.id);
}

/** A user's expenses, by id. */
export async function listExpenses(
  expenses: Expenses,
  userId: number,
  query: ExpenseQuery,
): Promise<readonly ExpenseRecord[]> {
  const listed = await listDays(expenses, userId, query);
  if (query.import === null) return listed;
  return listed.filter(({ importId }) => importId === query.import);
}
