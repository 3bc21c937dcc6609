import {
  budget,
  budgetChanges,
  budgetFields,
  budgetInput,
  budgetStatusEntry,
  exampleOf,
  expense,
  expenseChange,
  expenseChangeInput,
  expenseChangeReverted,
  expenseChanges,
  expenseFields,
  expenseInput,
  newWordsOf,
  wordsOf,
  writtenReport,
} from "@outlay/shared";
import { model } from "../model.ts";

const kept = {
  id: "The id of the record, which is never used again.",
  created_at: "The time at which the record was created.",
  updated_at: "The time of the last change.",
  deleted_at: "The time at which the record was put in the trash. Present only while it is there.",
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
    description: "The data for a new expense.",
    fields: newExpenseWords,
    example: { ...lunch, date: "2026-11-22", tags: ["work"] },
  }),
  ExpenseChanges: model(expenseChanges, {
    description: "The fields of an expense to change. Omitted fields keep their values.",
    fields: wordsOf(expenseFields),
    example: { amount: 13.2, tags: ["work", "berlin"] },
  }),
  Expense: model(expense, {
    description: "A recorded expense.",
    fields: { ...kept, ...wordsOf(expenseFields) },
    example: { ...keptExample, ...exampleOf(expenseFields) },
  }),
  NewExpenseChange: model(expenseChangeInput, {
    description: "A change of many expenses: either `ids` or `filter`, and the fields to set.",
    fields: {
      ids: "The ids of the expenses. If one of them doesn't exist, nothing is changed.",
      filter:
        "The parameters of `GET /expenses/` that select the expenses, except for `deleted`, `order`, `limit` and `after`. A repeated parameter has a list as its value.",
      set: "The fields of an expense and their new values, as in `PATCH /expenses/{id}/`, except for `external_id`.",
    },
    example: { filter: { q: "rewe", from: "2026-01-01" }, set: { category: "FOOD" } },
  }),
  ExpenseChange: model(expenseChange, {
    description: "A change of many expenses that was made.",
    fields: {
      change_id: "The id by which the change can be reverted; null if nothing had to be changed.",
      changed: "The number of expenses that are different now.",
    },
    example: { change_id: 7, changed: 38 },
  }),
  ExpenseChangeReverted: model(expenseChangeReverted, {
    description: "A change of many expenses that was reverted.",
    fields: {
      reverted: "The number of records that are as before the change.",
      kept: "The number of records that stay as they are, because they were changed or removed since.",
    },
    example: { reverted: 37, kept: 1 },
  }),
  NewBudget: model(budgetInput, {
    description: "The data for a new budget.",
    fields: newWordsOf(budgetFields),
    example: { ...groceries, period: "MONTHLY" },
  }),
  BudgetChanges: model(budgetChanges, {
    description: "The fields of a budget to change. Omitted fields keep their values.",
    fields: wordsOf(budgetFields),
    example: { amount: 450, rollover: "surplus" },
  }),
  Budget: model(budget, {
    description: "A budget.",
    fields: { ...kept, ...wordsOf(budgetFields) },
    example: { ...keptExample, ...exampleOf(budgetFields) },
  }),
  BudgetStatus: model(budgetStatusEntry, {
    description:
      "The status of the budgets of one category and period. Sums are exact: they are written with all their digits.",
    fields: {
      category:
        "The category of the budgets, which are about the categories below it too. Budgets of the same category and period are added up.",
      parent:
        "The category that it belongs to, or null. What is spent here counts in that category's budgets too.",
      period: "The kind of period of the budgets.",
      from: "The first day of the period.",
      to: "The last day of the period.",
      budget: "The sum of the amounts of the budgets.",
      carried: "The amount carried over from earlier periods; negative after overspending.",
      spent:
        "The sum of the expenses of the category and of those below it in the whole period, less its refunds: negative after more refunds than expenses. Always 0 for `SAVINGS`.",
      left: "`budget` plus `carried` minus `spent`; negative after overspending.",
      ratio:
        "`spent` divided by `budget` plus `carried`, cut to four decimal places; null if that sum is zero or less.",
      projected: "The value of `spent` at the end of the period, projected from the pace so far.",
      put_aside:
        "For `SAVINGS`, the income of the period less what was spent in it; null while no income is recorded in it. Null for other categories.",
      unconverted:
        "The sums of the amounts that are left out because their currency has no rate, by currency.",
    },
    example: {
      category: "FOOD",
      parent: null,
      period: "MONTHLY",
      from: "2026-11-01",
      to: "2026-11-30",
      budget: 400,
      carried: 0,
      spent: 120.5,
      left: 279.5,
      ratio: 0.3012,
      projected: 164.31,
      put_aside: null,
      unconverted: [],
    },
  }),
  SpendingReport: model(writtenReport, {
    description:
      "The spending in groups. Sums are exact: they are written with all their digits, which can exceed the precision of a double.",
    fields: {
      from: "The first day: as requested, or else the day of the first expense; null if there is none.",
      to: "The last day: as requested, or else the day of the last expense; null if there is none.",
      by: "The property by which expenses are grouped.",
      total: "The sum of all matching expenses, less that of the refunds.",
      count: "The number of matching records.",
      groups:
        "The groups. `key` is a category, whose sums are without those of the categories below it, and which has the category that it belongs to beside it as `parent`; a day such as `2026-11-22`, a week `2026-W47`, a month `2026-11` or a year `2026`; or the tags of an expense, such as `home, work`; or an account, which is empty for expenses without one.",
      unconverted:
        "The sums of the matching amounts that are left out because their currency has no rate, by currency.",
      income:
        "The sum of the matching income; null if there is none, or if the report is of categories or of other kinds.",
      left: "`income` minus `total`; null without income.",
      income_unconverted:
        "The sums of the income that is left out because its currency has no rate, by currency.",
    },
    example: {
      from: "2026-11-01",
      to: "2026-11-30",
      by: "category",
      total: 842.5,
      count: 38,
      groups: [{ key: "FOOD", parent: null, total: 842.5, count: 38 }],
      unconverted: [],
      income: 2400,
      left: 1557.5,
      income_unconverted: [],
    },
  }),
};
