import { category, categoryChanges, categoryInput, removedCategory } from "@outlay/shared";
import { model } from "../model.ts";

const name =
  "The name under which people see the category. Names and keys are unique together, in any case.";
const parent =
  "The key of the category that it belongs to, or null. A category that belongs to another one can't have categories of its own.";
const archived =
  "Whether the category is no longer offered. It is accepted wherever it is named all the same.";

export const categoryModels = {
  NewCategory: model(categoryInput, {
    description: "The data for a new category.",
    fields: {
      key: "The key that records have, which never changes. Required if the name has no Latin letters to make it from.",
      name,
      parent,
      archived,
    },
    example: { name: "Groceries", parent: "FOOD" },
  }),
  CategoryChanges: model(categoryChanges, {
    description: "The fields of a category to change. Omitted fields keep their values.",
    fields: { key: "The present key, which can't be changed.", name, parent, archived },
    example: { name: "Supermarket" },
  }),
  Category: model(category, {
    description: "A category.",
    fields: {
      key: "The key that records have. It never changes.",
      name,
      parent,
      archived,
      builtin: "Whether every user has it. A built-in category can't be removed.",
    },
    example: {
      key: "GROCERIES",
      name: "Groceries",
      parent: "FOOD",
      archived: false,
      builtin: false,
    },
  }),
  RemovedCategory: model(removedCategory, {
    description: "The result of removing a category whose records moved to another one.",
    fields: {
      moved:
        "The number of records that moved, by kind, in the trash too; `categories` are those that belonged to the removed one.",
      change_id: "The id of the change that moved them; null if there were none.",
    },
    example: {
      moved: { expenses: 12, budgets: 1, categories: 0, recurring: 0, rules: 0 },
      change_id: 3,
    },
  }),
};
