import type { OperationDoc } from "../operation-doc.ts";

const tag = "Imports";

export const importOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /imports/": {
    operationId: "listImports",
    tag,
    summary: "List batches",
    description: "Returns all batches, ordered by id.",
    answers: { 200: { description: "Your batches." } },
  },
  "POST /imports/": {
    operationId: "createImport",
    tag,
    summary: "Import expenses as a batch",
    description:
      "Records either all expenses or none. An expense that exists already, by its `external_id` or one of its `known_as`, is left unchanged and counted as a duplicate. So is one that was imported and then removed, even after it has left the trash, until its batch is reverted. The body is JSON of up to 16 MiB.",
    answers: {
      201: { description: "A new batch was created." },
      200: {
        description: "The expenses were added to the existing batch with this `external_id`.",
      },
    },
    refusals: ["InvalidImport", "StorageFull"],
  },
  "GET /imports/:id/": {
    operationId: "getImport",
    tag,
    summary: "Get a batch",
    answers: { 200: { description: "The batch." } },
  },
  "DELETE /imports/:id/": {
    operationId: "revertImport",
    tag,
    summary: "Revert a batch",
    description:
      "Permanently removes the batch and its expenses, including those in the trash. Their `external_id`s can be used again.",
    answers: { 200: { description: "The batch was removed." } },
    refusals: ["StorageFull"],
  },
  "POST /imports/:id/expenses/": {
    operationId: "addToImport",
    tag,
    summary: "Add expenses to a batch",
    description:
      "Adds expenses, for an import that is too large for one request. The body is JSON of up to 16 MiB.",
    answers: { 200: { description: "The expenses were added." } },
    refusals: ["InvalidImport", "StorageFull"],
  },
};
