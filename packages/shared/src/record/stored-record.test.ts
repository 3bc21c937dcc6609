import { describe, expect, it } from "vitest";
import { budgetFields, budgetInput } from "../contract/budget.ts";
import { expenseChanges, expenseFields, expenseInput } from "../contract/expense.ts";
import { parseFields } from "../contract/validate.ts";
import { added } from "./field.ts";
import { nullableTextType } from "./field-types.ts";
import { exampleOf } from "./record-words.ts";
import { wireMapping } from "./stored-record.ts";

const moment = { today: "2026-11-22" };
const instant = "2026-11-22T10:00:00.000Z";
const keys = { id: 7, createdAt: instant, updatedAt: instant, deletedAt: null };
const answeredKeys = { id: 7, created_at: instant, updated_at: instant };

const expenseWire = wireMapping(expenseFields);
const budgetWire = wireMapping(budgetFields);
const three = { amount: "12.50", description: "Lunch", category: "FOOD" };

describe("a record", () => {
  it("is returned as it was sent, whatever the store calls its fields", () => {
    const sentExpense = { ...exampleOf(expenseFields), external_id: "bank-1" };
    const expense = expenseWire.newFields(parseFields(expenseInput, sentExpense), moment);
    expect(expense).toMatchObject({ amountCents: 1250, spentOn: "2026-11-22" });
    expect(expenseWire.toWire({ ...keys, ...expense })).toEqual({
      ...answeredKeys,
      ...sentExpense,
    });

    const sentBudget = { ...exampleOf(budgetFields), starts: "2026-01-01", rollover: "both" };
    const budget = budgetWire.newFields(parseFields(budgetInput, sentBudget), moment);
    expect(budgetWire.toWire({ ...keys, ...budget })).toEqual({ ...answeredKeys, ...sentBudget });
  });

  it("has defaults for fields that its body doesn't name", () => {
    expect(expenseWire.newFields(parseFields(expenseInput, three), moment)).toMatchObject({
      amountCents: 1250,
      description: "Lunch",
      category: "FOOD",
      spentOn: moment.today,
      tags: [],
      externalId: null,
    });
    expect(budgetWire.newFields(parseFields(budgetInput, three), moment)).toMatchObject({
      period: "MONTHLY",
      starts: null,
      ends: null,
      rollover: "none",
    });
  });

  it("changes in the fields that a body names, and in no other", () => {
    const body = { date: "2026-11-23", external_id: null };
    const before = expenseWire.newFields(parseFields(expenseInput, three), moment);
    const named = parseFields(expenseChanges, body);
    expect(expenseWire.changedFields({ ...before, externalId: "bank-1" }, named)).toEqual({
      ...before,
      spentOn: "2026-11-23",
    });
  });

  it("takes no more room than before while added fields have their defaults", () => {
    const plain = expenseWire.newFields(parseFields(expenseInput, three), moment);
    expect(Object.keys(plain)).toEqual([
      "amountCents",
      "description",
      "category",
      "spentOn",
      "tags",
      "externalId",
    ]);
    const body = { ...three, kind: "REFUND", account: "Giro", note: "Too small", currency: "USD" };
    const full = expenseWire.newFields(parseFields(expenseInput, body), moment);
    expect(full).toMatchObject({ kind: "REFUND", account: "Giro", note: "Too small" });
    const reset = { kind: "EXPENSE", account: null, note: null, currency: null };
    const changed = expenseWire.changedFields(full, parseFields(expenseChanges, reset));
    expect(JSON.stringify(changed)).toBe(JSON.stringify(plain));
  });

  it("has fields that only the server sets", () => {
    const expense = expenseWire.newFields(
      parseFields(expenseInput, { ...three, import_id: 3 }),
      moment,
    );
    expect(expense).not.toHaveProperty("importId");
    expect(expenseWire.toWire({ ...keys, ...expense })).toMatchObject({ import_id: null });
    const stored = { ...keys, ...expense, importId: 3 };
    expect(expenseWire.toWire(stored)).toMatchObject({ import_id: 3 });
  });

  it("has the time of its removal only while it is in the trash", () => {
    const expense = expenseWire.newFields(parseFields(expenseInput, three), moment);
    const removed = expenseWire.toWire({ ...keys, ...expense, deletedAt: instant });
    expect(removed).toMatchObject({ deleted_at: instant });
    expect(expenseWire.toWire({ ...keys, ...expense })).not.toHaveProperty("deleted_at");
  });

  it("of an earlier version is returned with the default of a field that was added since", () => {
    const note = added(nullableTextType(100), {
      stored: "note",
      title: "Note",
      words: "A remark.",
      otherwise: () => null,
      example: "Paid in cash",
    });
    expect(wireMapping({ note }).toWire(keys)).toEqual({ ...answeredKeys, note: null });
    expect(wireMapping({ note }).toWire({ ...keys, note: "x" })).toMatchObject({ note: "x" });
  });
});
