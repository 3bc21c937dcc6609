/** Describes each operation, by method and path, beyond its route. */
import { accountOperations } from "./operations/account-operations.ts";
import { categoryOperations } from "./operations/category-operations.ts";
import { importOperations } from "./operations/import-operations.ts";
import { rateOperations } from "./operations/rate-operations.ts";
import { recordOperations } from "./operations/record-operations.ts";
import { reportOperations } from "./operations/report-operations.ts";
import { serverOperations } from "./operations/server-operations.ts";
import type { OperationDoc } from "./operation-doc.ts";

export const operations: Readonly<Record<string, OperationDoc>> = {
  ...accountOperations,
  ...recordOperations,
  ...categoryOperations,
  ...rateOperations,
  ...reportOperations,
  ...importOperations,
  ...serverOperations,
};

export const tags = [
  { name: "Accounts", description: "Accounts, and the tokens of their sessions." },
  { name: "API keys", description: "Keys that scripts use instead of a login." },
  { name: "Expenses", description: "Amounts that were spent." },
  { name: "Budgets", description: "Amounts that may be spent in each period, and their status." },
  { name: "Categories", description: "The built-in categories, and those of your own." },
  { name: "Imports", description: "Batches of expenses that are recorded and reverted together." },
  { name: "Rates", description: "Rates by which amounts in other currencies are converted." },
  { name: "Reports", description: "Sums of expenses." },
  { name: "Server", description: "The state of the server, and its API description." },
] as const;
