import {
  budget,
  budgetChanges,
  budgetFields,
  budgetInput,
  budgetStatusEntry,
  exampleOf,
  expense,
  expenseChanges,
  expenseFields,
  expenseInput,
  newWordsOf,
  wordsOf,
  writtenReport,
} from "@outlay/shared";
import { model } from "../model.ts";

const kept = {
  id: "The record's number. No other ever gets it.",
  created_at: "When it was recorded.",
  updated_at: "When it was last changed.",
  deleted_at: "When it got into the trash; only there for records that are in it.",
};

export const newExpenseWords = newWordsOf(expenseFields);

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };
const keptExample = {
  id: 42,
  created_at: "2026-11-22T11:30:05.120Z",
  updated_at: "2026-11-22T11:30:05.120Z",
};
const groceries = { amount: 400, description: "Groceries", category: "FOOD" };

export const recordModels = {
  NewExpense: model(expenseInput, {
    description: "An expense to record. Three fields are enough.",
    fields: newExpenseWords,
    example: { ...lunch, date: "2026-11-22", tags: ["work"] },
  }),
  ExpenseChanges: model(expenseChanges, {
    description: "The fields of an expense that change. What isn't named stays as it is.",
    fields: wordsOf(expenseFields),
    example: { amount: 13.2, tags: ["work", "berlin"] },
  }),
  Expense: model(expense, {
    description: "An expense as it is recorded.",
    fields: { ...kept, ...wordsOf(expenseFields) },
    example: { ...keptExample, ...exampleOf(expenseFields) },
  }),
  NewBudget: model(budgetInput, {
    description: "A budget to record. Three fields are enough.",
    fields: newWordsOf(budgetFields),
    example: { ...groceries, period: "MONTHLY" },
  }),
  BudgetChanges: model(budgetChanges, {
    description: "The fields of a budget that change. What isn't named stays as it is.",
    fields: wordsOf(budgetFields),
    example: { amount: 450, rollover: "surplus" },
  }),
  Budget: model(budget, {
    description: "A budget as it is recorded.",
    fields: { ...kept, ...wordsOf(budgetFields) },
    example: { ...keptExample, ...exampleOf(budgetFields) },
  }),
  BudgetStatus: model(budgetStatusEntry, {
    description:
      "How the budgets of one category and period stand. Sums are exact: they have all their digits.",
    fields: {
      category: "That of the budgets, which count as one.",
      period: "That of the budgets.",
      from: "The first day of the period.",
      to: "Its last day.",
      budget: "The sum of the budgets.",
      carried: "What comes from the periods before; below zero where too much was spent.",
      spent: "The sum of the category's expenses in the whole period.",
      left: "`budget` and `carried` without `spent`; below zero where too much is spent.",
      ratio:
        "`spent` to `budget` and `carried`, cut to four places; null where those come to nothing.",
      projected: "What `spent` comes to by the end of the period, if it goes on like this.",
    },
    example: {
      category: "FOOD",
      period: "MONTHLY",
      from: "2026-11-01",
      to: "2026-11-30",
      budget: 400,
      carried: 0,
      spent: 120.5,
      left: 279.5,
      ratio: 0.3012,
      projected: 164.31,
    },
  }),
  SpendingReport: model(writtenReport, {
    description:
      "What was spent, by group. Sums are exact: they have all their digits, which can be more than a double keeps.",
    fields: {
      from: "The first day: the request's, or that of the first expense; null where there is none.",
      to: "The last day.",
      by: "What the groups are made by.",
      total: "The sum of everything.",
      count: "How many expenses that are.",
      groups:
        "`key` is a category; a day `2026-11-22`, a week `2026-W47`, a month `2026-11`, a year `2026`; or the tags of an expense, as `home, work`.",
    },
    example: {
      from: "2026-11-01",
      to: "2026-11-30",
      by: "category",
      total: 842.5,
      count: 38,
      groups: [{ key: "FOOD", total: 842.5, count: 38 }],
    },
  }),
};
