import { type Expense } from "../api/received/records.ts";
import type { CopySide } from "./copy-side.ts";

/** Returns an account's records of all kinds by id, page by page, without the trash. */
export async function everyExpense({ connection }: CopySide): Promise<Expense[]> {
  const parameters = new URLSearchParams({ kind: "any", order: "id" });
  const all: Expense[] = [];
  for await (const { records } of connection.expenses.pages(parameters, Infinity)) {
    all.push(...records);
  }
  return all;
}
