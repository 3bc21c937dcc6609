import {
  type FieldErrors,
  importedExpense,
  InvalidFields,
  isSpendingKind,
  parseFields,
} from "@outlay/shared";
import * as v from "valibot";
import type { Row } from "../rows/row.ts";
import type { OwnRecord } from "./own-files.ts";

// A category that is not a key is looked up by its name.
const recordedExpense = v.omit(importedExpense, ["known_as"]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Checks the rules between fields, which the server would apply to the whole import. @throws InvalidFields */
function requireFitting({
  kind = "EXPENSE",
  category,
  direction,
}: v.InferOutput<typeof recordedExpense>) {
  const faults: FieldErrors = {};
  if (isSpendingKind(kind)) {
    if (category == null) faults["category"] = ["This field is required."];
  } else if (category != null) {
    faults["category"] = ["Must be null: income and transfers have no category."];
  }
  if (direction != null && kind !== "TRANSFER") {
    faults["direction"] = ["Must be null: only a transfer has a direction."];
  }
  if (Object.keys(faults).length > 0) throw new InvalidFields(faults);
}

/** Checks a record against the server's rules, and returns it as a row. */
export function ownRow({ line, value }: Pick<OwnRecord, "line" | "value">): Row {
  if (value === undefined) return { kind: "rejected", line, reason: "it isn't valid JSON" };
  if (!isObject(value)) return { kind: "rejected", line, reason: "it isn't an expense" };
  try {
    const input = parseFields(recordedExpense, value);
    requireFitting(input);
    const { amount, description, date, external_id, tags = [], ...more } = input;
    if (date === undefined) return { kind: "rejected", line, reason: "no date" };
    const { category = null } = more;
    const recorded = { ...more, category, tags, externalId: external_id ?? null };
    return {
      kind: "expense",
      booking: {
        line,
        day: date,
        amountCents: amount,
        description,
        notes: [],
        text: description,
        category: category ?? "",
        bankId: "",
        isTransactionId: false,
        currency: "",
        currencies: [],
        account: "",
        feeCents: 0,
        recorded,
      },
    };
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error;
    const faults = Object.entries(error.fields).map(
      ([field, messages]) => `${field}: ${messages.join(" ")}`,
    );
    return { kind: "rejected", line, reason: faults.join("; ") };
  }
}
