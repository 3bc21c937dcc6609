import { expenseFields } from "./expense.ts";
import { type AnyField, mapFields } from "../record/field.ts";
import * as v from "valibot";

type Sent<Field extends AnyField> = Field["kind"] extends "tags"
  ? v.ArraySchema<v.StringSchema<undefined>, undefined>
  : v.StringSchema<undefined>;

type SentEntry<Field extends AnyField> = Field["presence"] extends "added"
  ? v.OptionalSchema<v.NullableSchema<Sent<Field>, undefined>, undefined>
  : Sent<Field>;

type SentEntries = {
  [Name in keyof typeof expenseFields]: SentEntry<(typeof expenseFields)[Name]>;
};

/**
 * An expense as a client sends it, keeps it to send later, or plans it, with every field that the API accepts. An
 * amount is text like `12.50`, a category may be one that only the server knows, and the server recognises a repeated
 * expense by its `external_id`. Files of earlier versions lack fields that were added since.
 */
export const sentExpense = v.object(
  mapFields(expenseFields, ({ kind, presence }) => {
    const sent = kind === "tags" ? v.array(v.string()) : v.string();
    return presence === "added" ? v.optional(v.nullable(sent)) : sent;
  }) as SentEntries,
);
export type SentExpense = v.InferOutput<typeof sentExpense>;
