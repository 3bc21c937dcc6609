import { budgetFields, expenseFields, wireMapping } from "@outlay/shared";

export const expenseWire = wireMapping(expenseFields);
export const budgetWire = wireMapping(budgetFields);
