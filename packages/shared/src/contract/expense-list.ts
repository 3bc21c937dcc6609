/** The parameters of a list of expenses (contract 1.2). */

/** The orders of a list; `-` is descending. Equal records are sorted by id. */
export const expenseOrders = ["id", "-id", "date", "-date", "amount", "-amount"] as const;
export type ExpenseOrderName = (typeof expenseOrders)[number];

/** How many a page has at most. */
export const maxPageSize = 1000;

/** The header of a list that says how many match, those on other pages too. */
export const totalCountHeader = "X-Total-Count";
