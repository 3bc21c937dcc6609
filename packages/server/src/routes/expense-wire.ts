import {
  type CalendarDate,
  centsToNumber,
  type Expense,
  type expenseChanges,
  type expenseInput,
  namedFields,
  type parseFields,
} from "@outlay/shared";
import type { ExpenseFields, ExpenseRecord } from "../store/store.ts";
import { wireDeletion } from "./record-routes.ts";

export type ExpenseInput = ReturnType<typeof parseFields<typeof expenseInput>>;
type ExpenseChanges = ReturnType<typeof parseFields<typeof expenseChanges>>;

/** A new expense's fields, with what it has where the body says nothing. */
export const newExpense = (input: ExpenseInput, today: CalendarDate): Required<ExpenseFields> => ({
  amountCents: input.amount,
  description: input.description,
  category: input.category,
  spentOn: input.date ?? today,
  tags: input.tags ?? [],
  externalId: input.external_id ?? null,
});

/** The fields that a body names. */
export const namedExpenseFields = (input: ExpenseChanges): Partial<ExpenseFields> =>
  namedFields<ExpenseFields>({
    amountCents: input.amount,
    description: input.description,
    category: input.category,
    spentOn: input.date,
    tags: input.tags,
    externalId: input.external_id,
  });

export const wireExpense = (record: ExpenseRecord): Expense => ({
  id: record.id,
  amount: centsToNumber(record.amountCents),
  description: record.description,
  category: record.category,
  date: record.spentOn,
  tags: [...record.tags],
  external_id: record.externalId,
  created_at: record.createdAt,
  updated_at: record.updatedAt,
  ...wireDeletion(record),
});
