/** Describes each operation, by method and path, beyond its route. */
import { accountOperations } from "./operations/account-operations.ts";
import { importOperations } from "./operations/import-operations.ts";
import { recordOperations } from "./operations/record-operations.ts";
import { reportOperations } from "./operations/report-operations.ts";
import { serverOperations } from "./operations/server-operations.ts";
import type { OperationDoc } from "./operation-doc.ts";

export const operations: Readonly<Record<string, OperationDoc>> = {
  ...accountOperations,
  ...recordOperations,
  ...reportOperations,
  ...importOperations,
  ...serverOperations,
};

export const tags = [
  { name: "Accounts", description: "Accounts, and the tokens of a session." },
  { name: "API keys", description: "Keys with which scripts come instead of a session." },
  { name: "Expenses", description: "What was paid." },
  { name: "Budgets", description: "What may be spent, and how that stands." },
  { name: "Imports", description: "Expenses that come, and can be taken back, as one." },
  { name: "Reports", description: "What was spent, summed up." },
  { name: "Server", description: "About the server itself." },
] as const;
