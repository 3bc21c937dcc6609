import { expenseFields } from "./expense.ts";
import { type AnyField, mapFields, settableOf, type SettableFields } from "../record/field.ts";
import * as v from "valibot";

type Sent<Field extends AnyField> = Field["kind"] extends "tags"
  ? v.ArraySchema<v.StringSchema<undefined>, undefined>
  : v.StringSchema<undefined>;

/** Fields of the first version that may be null. */
type NullableKind = "word";

type SentEntry<Field extends AnyField> = Field["presence"] extends "added"
  ? v.OptionalSchema<v.NullableSchema<Sent<Field>, undefined>, undefined>
  : Field["kind"] extends NullableKind
    ? v.NullableSchema<Sent<Field>, undefined>
    : Sent<Field>;

type Settable = SettableFields<typeof expenseFields>;

type SentEntries = {
  [Name in keyof Settable]: SentEntry<Settable[Name]>;
};

/**
 * An expense as a client sends it, keeps it to send later, or plans it, with every field that the API accepts. An
 * amount is text like `12.50`, a category may be one that only the server knows, or null for a kind that has none, and the server recognises a repeated
 * expense by its `external_id`. Files of earlier versions lack fields that were added since.
 */
export const sentExpense = v.object(
  mapFields(settableOf(expenseFields), ({ kind, presence }) => {
    const sent = kind === "tags" ? v.array(v.string()) : v.string();
    if (presence === "added") return v.optional(v.nullable(sent));
    return kind === "word" ? v.nullable(sent) : sent;
  }) as SentEntries,
);
export type SentExpense = v.InferOutput<typeof sentExpense>;
