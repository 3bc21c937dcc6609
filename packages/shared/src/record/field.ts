/** The fields of a record as a table, by their names in the API. */
import type * as v from "valibot";
import type { CalendarDate } from "../calendar.ts";
import type { FieldKind, FieldType } from "./field-types.ts";

/** The values that a default may depend on. */
export interface Moment {
  /** The current day in the server's time zone. */
  today: CalendarDate;
}

interface FieldWords<StoredName extends string, Answered> {
  /** The field's name in the store. */
  stored: StoredName;
  /** The field's name as people read it, for instance in `outlay show`. */
  title: string;
  /** The field's text in the API's description. */
  words: string;
  /** Text that follows `words` in the description of a new record, such as the default. */
  newWords?: string;
  /** A value as an answer could have it, for the API's description and for tests. */
  example: Answered;
}

interface Default<Stored> {
  /** Returns the value for a new record whose body doesn't name the field. */
  otherwise: (moment: Moment) => NoInfer<Stored>;
}

/** Makes a field that the body of a new record must name. */
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
 * Makes an optional field that records of earlier versions lack in the store, in plans and in the outbox. Answers give
 * the default for them, which therefore must not depend on the moment.
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

/** Makes a field that the server sets: answers have it, and bodies can't. Its value is null for a record that lacks it. */
export const shown = <
  Kind extends FieldKind,
  Stored,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
  const StoredName extends string,
>(
  type: FieldType<Kind, Stored, Input, Output>,
  told: FieldWords<StoredName, v.InferOutput<Output>>,
) => ({ ...type, ...told, presence: "shown" as const });

/** A field of any type, with the properties that everything derived from fields needs. */
export type AnyField = Omit<FieldType, "input" | "toWire"> &
  FieldWords<string, unknown> & {
    input: v.GenericSchema;
    toWire: (stored: never) => unknown;
  } & (
    | { presence: "required" | "shown" }
    | { presence: "optional"; otherwise: (moment: Moment) => unknown }
    | { presence: "added"; otherwise: () => unknown }
  );

export type RecordFields = Readonly<Record<string, AnyField>>;

/** Converts a stored value to that of an answer, for loops over fields, where the types of the values are unknown. */
export const answered = ({ toWire }: AnyField, stored: unknown): unknown =>
  (toWire as (stored: unknown) => unknown)(stored);

export const namesOf = <Fields extends object>(fields: Fields) =>
  Object.keys(fields) as (keyof Fields & string)[];

/** The fields that a body can have. */
export type SettableFields<Fields extends RecordFields> = {
  [Name in keyof Fields as Fields[Name]["presence"] extends "shown" ? never : Name]: Fields[Name];
};

/** Returns the fields that a body can have. */
export const settableOf = <Fields extends RecordFields>(fields: Fields) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, { presence }]) => presence !== "shown"),
  ) as unknown as SettableFields<Fields>;

/** The names under which the fields that a body can have are stored. */
export const storedNamesOf = (fields: RecordFields): ReadonlySet<string> =>
  new Set(
    Object.values(fields).flatMap(({ presence, stored }) => (presence === "shown" ? [] : [stored])),
  );

/** Derives a value from each field. The compiler can't infer the types of these values, so the caller asserts them. */
export const mapFields = <Fields extends RecordFields>(
  fields: Fields,
  derive: (field: AnyField) => unknown,
) =>
  Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, derive(field)]),
  ) as Record<keyof Fields, unknown>;
