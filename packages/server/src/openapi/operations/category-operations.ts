import type { OperationDoc } from "../operation-doc.ts";

const tag = "Categories";

export const categoryOperations: Readonly<Record<string, OperationDoc>> = {
  "GET /categories/": {
    operationId: "listCategories",
    tag,
    summary: "List categories",
    description: "Returns the built-in categories, and then your own, the oldest first.",
    answers: { 200: { description: "Your categories." } },
  },
  "POST /categories/": {
    operationId: "createCategory",
    tag,
    summary: "Create a category",
    description: "Makes the key from the name if the body has none.",
    answers: { 201: { description: "The category was created." } },
    refusals: ["StorageFull"],
  },
  "GET /categories/:key/": {
    operationId: "getCategory",
    tag,
    summary: "Get a category",
    answers: { 200: { description: "The category." } },
  },
  "PATCH /categories/:key/": {
    operationId: "changeCategory",
    tag,
    summary: "Rename, move or archive a category",
    description:
      "Records keep the key, so that renaming costs the same whatever was recorded. A built-in category can be renamed and archived, but can't belong to another one.",
    answers: { 200: { description: "The changed category." } },
    refusals: ["StorageFull"],
  },
  "DELETE /categories/:key/": {
    operationId: "removeCategory",
    tag,
    summary: "Remove a category",
    description:
      "Removes a category of your own. If expenses, budgets or other records name it, those in the trash included, it is removed only with `move_to`, and all of them move in one change.",
    answers: {
      204: { description: "The category was removed." },
      200: { description: "The category was removed, and its records moved." },
    },
    refusals: ["StorageFull"],
  },
};
