import type { OperationDoc } from "../operation-doc.ts";

export const reportOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /budget/status/": {
    operationId: "getBudgetStatus",
    tag: "Budgets",
    summary: "See how budgets stand",
    description: "An entry for each category and period that has a budget on that day.",
    answers: { 200: { description: "How they stand." } },
  },
  "GET /reports/spending/": {
    operationId: "reportSpending",
    tag: "Reports",
    summary: "Sum expenses up",
    description:
      "Every expense is in one group, so the groups add up to the total. Categories and periods without expenses are there too. More than 10,000 periods are a 400.",
    answers: { 200: { description: "The sums." } },
  },
};
