/** The orders of a list of expenses; `-` is descending. Equal records are sorted by id. */
export const expenseOrders = ["id", "-id", "date", "-date", "amount", "-amount"] as const;
export type ExpenseOrderName = (typeof expenseOrders)[number];

/** The maximum number of expenses on a page. */
export const maxPageSize = 1000;

/** The header of a list with the number of matching expenses on all pages. */
export const totalCountHeader = "X-Total-Count";
