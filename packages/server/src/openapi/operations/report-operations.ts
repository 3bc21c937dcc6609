import type { OperationDoc } from "../operation-doc.ts";

export const reportOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /budget/status/": {
    operationId: "getBudgetStatus",
    tag: "Budgets",
    summary: "Get the status of budgets",
    description:
      "Returns an entry for each category and period that has a budget on the given day.",
    answers: { 200: { description: "The status of the budgets." } },
  },
  "GET /reports/spending/": {
    operationId: "reportSpending",
    tag: "Reports",
    summary: "Get a spending report",
    description:
      "Sums up the matching expenses in groups. Every expense is in exactly one group, so the groups add up to the total. Categories and periods without expenses are included. A report with more than 10,000 periods is rejected with status 400.",
    answers: { 200: { description: "The report." } },
  },
};
