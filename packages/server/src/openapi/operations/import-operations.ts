import type { OperationDoc } from "../operation-doc.ts";

const tag = "Imports";

export const importOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /imports/": {
    operationId: "listImports",
    tag,
    summary: "List batches",
    description: "By number.",
    answers: { 200: { description: "Your batches." } },
  },
  "POST /imports/": {
    operationId: "createImport",
    tag,
    summary: "Record many expenses as one batch",
    description:
      "All of them or none. One whose `external_id`, or one of `known_as`, is there already is left as it is and counted as a duplicate. The body is JSON of up to 16 MiB.",
    answers: {
      201: { description: "A new batch." },
      200: {
        description: "There is a batch with this `external_id`; the expenses are in it now.",
      },
    },
    refusals: ["InvalidImport", "StorageFull"],
  },
  "GET /imports/:id/": {
    operationId: "getImport",
    tag,
    summary: "Show a batch",
    answers: { 200: { description: "The batch." } },
  },
  "DELETE /imports/:id/": {
    operationId: "revertImport",
    tag,
    summary: "Take a batch back",
    description:
      "Its expenses are removed for good, those in the trash too, and their `external_id`s are free again.",
    answers: { 200: { description: "It is gone." } },
    refusals: ["StorageFull"],
  },
  "POST /imports/:id/expenses/": {
    operationId: "addToImport",
    tag,
    summary: "Add expenses to a batch",
    description: "For what is more than one request takes. The body is JSON of up to 16 MiB.",
    answers: { 200: { description: "They are recorded." } },
    refusals: ["InvalidImport", "StorageFull"],
  },
};
