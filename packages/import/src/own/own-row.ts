import { expenseInput, InvalidFields, parseFields } from "@outlay/shared";
import type { Row } from "../rows/row.ts";
import type { OwnRecord } from "./own-files.ts";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Checks a record against the server's rules, and returns it as a row. */
export function ownRow({ line, value }: Pick<OwnRecord, "line" | "value">): Row {
  if (value === undefined) return { kind: "rejected", line, reason: "it isn't valid JSON" };
  if (!isObject(value)) return { kind: "rejected", line, reason: "it isn't an expense" };
  try {
    const input = parseFields(expenseInput, value);
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
