import { maxOwnCategories } from "@outlay/shared";
import { expect, it } from "vitest";
import { newCategory } from "./category-rules.ts";
import { CategoryTree } from "./category-tree.ts";

it("there is a limit to the number of own categories, since each report goes through all of them", () => {
  const records = Array.from({ length: maxOwnCategories }, (_, index) => ({
    key: `OWN${index}`,
    name: `Own ${index}`,
    parent: null,
    isArchived: true,
  }));
  const made = (count: number) =>
    newCategory(new CategoryTree(records.slice(0, count)), { name: "One more" });
  expect(made(maxOwnCategories - 1)).toMatchObject({ key: "ONE_MORE" });
  expect(() => made(maxOwnCategories)).toThrow("Invalid fields");
});
