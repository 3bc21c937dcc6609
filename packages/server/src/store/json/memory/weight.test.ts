import { budgetFields, expenseFields } from "@outlay/shared";
import { describe, expect, it } from "vitest";
import { food, lunch } from "../../suite/store-under-test.ts";
import { budgetWeight, expenseWeight } from "./weight.ts";

const keys = { id: 1, userId: 1, createdAt: "", updatedAt: "", deletedAt: null };

const textFieldsIn = (fields: typeof expenseFields | typeof budgetFields) =>
  Object.values(fields).flatMap(({ kind, stored }) => (kind === "text" ? [stored] : []));

/** A text of 1,000 characters, each of which takes a byte in the file and one in memory. */
const long = "x".repeat(1000);

describe("the weight of a record grows with", () => {
  it.each(textFieldsIn(expenseFields))("an expense's %s", (name) => {
    const weightWith = (text: string) => expenseWeight({ ...lunch, ...keys, [name]: text });
    expect(weightWith(long) - weightWith("")).toBe(2000);
  });

  it.each(textFieldsIn(budgetFields))("a budget's %s", (name) => {
    const weightWith = (text: string) => budgetWeight({ ...food, ...keys, [name]: text });
    expect(weightWith(long) - weightWith("")).toBe(2000);
  });

  it("an expense's tags, and with its entry in the index", () => {
    const weight = expenseWeight({ ...lunch, ...keys, tags: [], externalId: null });
    expect(expenseWeight({ ...lunch, ...keys, tags: [long], externalId: null })).toBe(
      weight + 2000 + 48,
    );
    expect(expenseWeight({ ...lunch, ...keys, tags: [], externalId: "1" })).toBe(weight + 120 + 2);
  });
});
