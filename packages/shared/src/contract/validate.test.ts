import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { centsToText, maxAmountCents, minAmountCents } from "../money.ts";
import { budgetInput } from "./budget.ts";
import { expenseChanges, expenseInput } from "./expense.ts";
import { formValue, InvalidFields, parseFields } from "./validate.ts";

const lunch = { amount: 12.5, description: "Lunch", category: "FOOD" };

function errorsOf(schema: Parameters<typeof parseFields>[0], body: unknown) {
  try {
    parseFields(schema, body);
  } catch (error) {
    if (error instanceof InvalidFields) return error.fields;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("an expense's body", () => {
  it("needs an amount and a description, and a category unless its kind has none", () => {
    expect(parseFields(expenseInput, lunch)).toEqual({ ...lunch, amount: 1250 });
  });

  it("accepts every amount of whole cents, as a number and as text", () => {
    fc.assert(
      fc.property(fc.integer({ min: minAmountCents, max: maxAmountCents }), (cents) => {
        const text = centsToText(cents);
        for (const amount of [text, Number(text)]) {
          expect(parseFields(expenseInput, { ...lunch, amount }).amount).toBe(cents);
        }
      }),
    );
  });

  it("gets all its errors at once", () => {
    const body = { amount: 0, description: "", category: "rent", date: "2026-02-30", tags: "x" };
    expect(errorsOf(expenseInput, body)).toEqual({
      amount: ["Ensure this value is greater than or equal to 0.01."],
      description: ["This field may not be blank."],
      category: ['"rent" is not a valid choice.'],
      date: ["Date has wrong format. Use one of these formats instead: YYYY-MM-DD."],
      tags: ["Expected a list of tags."],
    });
  });

  it.each([
    [["ok", "two words"], "A tag may contain only letters, digits, hyphens and underscores."],
    [["x".repeat(41)], "Ensure each tag has no more than 40 characters."],
    [[""], "A tag may not be blank."],
    [[null], "This field may not be null."],
    [
      Array.from({ length: 21 }, (_, index) => `t${index}`),
      "Ensure there are no more than 20 tags.",
    ],
  ])("refuses the tags %j", (tags, message) => {
    expect(errorsOf(expenseInput, { ...lunch, tags })).toEqual({ tags: [message] });
  });

  it("accepts tags of any script, and keeps each once", () => {
    const tags = ["नाश्ता", "café-2", "a_b", "a_b"];
    expect(parseFields(expenseInput, { ...lunch, tags }).tags).toEqual(tags.slice(0, 3));
  });

  it("accepts null only for the external id", () => {
    expect(parseFields(expenseInput, { ...lunch, external_id: null }).external_id).toBeNull();
    expect(errorsOf(expenseInput, { ...lunch, date: null, tags: null })).toEqual({
      date: ["This field may not be null."],
      tags: ["This field may not be null."],
    });
  });

  it("does not count inherited properties as fields", () => {
    const body = JSON.parse('{"__proto__": {"amount": 1}, "constructor": 2}') as unknown;
    expect(Object.keys(errorsOf(expenseInput, body))).toEqual(["amount", "description"]);
  });

  it("needs no field if it only changes an expense", () => {
    expect(parseFields(expenseChanges, {})).toEqual({});
    expect(parseFields(expenseChanges, { tags: [] })).toEqual({ tags: [] });
  });
});

describe("a form", () => {
  it("gives a list where the schema has one, and the last of several values elsewhere", () => {
    const form = new Map([
      ["tags", ["a", "b"]],
      ["amount", ["1", "2"]],
      ["external_id", [""]],
      ["unknown", ["x"]],
    ]);
    expect(formValue(expenseInput, form)).toEqual({
      tags: ["a", "b"],
      amount: "2",
      external_id: null,
    });
  });

  it("gives null for a blank where null is allowed", () => {
    const form = new Map([
      ["starts", [""]],
      ["period", [""]],
    ]);
    expect(formValue(budgetInput, form)).toEqual({ starts: null, period: "" });
  });
});
