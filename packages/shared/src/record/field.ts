/** The fields of a record as one table, by the names that they have in the API. */
import type * as v from "valibot";
import type { CalendarDate } from "../calendar.ts";
import type { FieldKind, FieldType } from "./field-types.ts";

/** The values that a default may depend on. */
export interface Moment {
  /** The day in the server's zone. */
  today: CalendarDate;
}

interface FieldWords<StoredName extends string, Answered> {
  /** The field's name in the store. */
  stored: StoredName;
  /** The field's name where people read it, as in `outlay show`. */
  title: string;
  /** Says in the API's description what the field is. */
  words: string;
  /** Follows `words` where the API's description speaks of a new record. */
  newWords?: string;
  /** An answer's value, for the API's description and for tests. */
  example: Answered;
}

interface Default<Stored> {
  /** Returns the value of a new record whose body doesn't name the field. */
  otherwise: (moment: Moment) => NoInfer<Stored>;
}

/** Makes a field that every new record's body has to name. */
export const required = <
  Kind extends FieldKind,
  Stored,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
  const StoredName extends string,
>(
  type: FieldType<Kind, Stored, Input, Output>,
  told: FieldWords<StoredName, v.InferOutput<Output>>,
) => ({ ...type, ...told, presence: "required" as const });

/** Makes a field that a body may leave out. */
export const optional = <
  Kind extends FieldKind,
  Stored,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
  const StoredName extends string,
>(
  type: FieldType<Kind, Stored, Input, Output>,
  told: FieldWords<StoredName, v.InferOutput<Output>> & Default<Stored>,
) => ({ ...type, ...told, presence: "optional" as const });

/**
 * Makes an optional field that records of earlier versions lack in the store, in plans and in the outbox. They are
 * answered with the default, which therefore must not depend on the moment.
 */
export const added = <
  Kind extends FieldKind,
  Stored,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
  const StoredName extends string,
>(
  type: FieldType<Kind, Stored, Input, Output>,
  told: FieldWords<StoredName, v.InferOutput<Output>> & { otherwise: () => NoInfer<Stored> },
) => ({ ...type, ...told, presence: "added" as const });

/** Any field, as far as what is derived for all of them needs to know it. */
export type AnyField = Omit<FieldType, "input" | "toWire"> &
  FieldWords<string, unknown> & {
    input: v.GenericSchema;
    toWire: (stored: never) => unknown;
  } & (
    | { presence: "required" }
    | { presence: "optional"; otherwise: (moment: Moment) => unknown }
    | { presence: "added"; otherwise: () => unknown }
  );

export type RecordFields = Readonly<Record<string, AnyField>>;

/** Returns a stored value as answers have it. A loop over fields no longer knows the type that goes with each. */
export const answered = ({ toWire }: AnyField, stored: unknown): unknown =>
  (toWire as (stored: unknown) => unknown)(stored);

export const namesOf = <Fields extends object>(fields: Fields) =>
  Object.keys(fields) as (keyof Fields & string)[];

/** Derives a value from each field. The compiler can't follow a loop over fields, so the caller names their types. */
export const mapFields = <Fields extends RecordFields>(
  fields: Fields,
  derive: (field: AnyField) => unknown,
) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, derive(field)]),
  ) as Record<keyof Fields, unknown>;
