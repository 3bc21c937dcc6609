/** The conversion of a record between the API and the store, derived from its fields. */
import type * as v from "valibot";
import type { AnyField, Moment, RecordFields } from "./field.ts";
import type { InputEntries } from "./record-schemas.ts";

type StoredValue<Field extends AnyField> = Field extends {
  toWire: (stored: infer Stored) => unknown;
}
  ? Stored
  : never;

type WithStoredName<Fields extends RecordFields, Presence extends AnyField["presence"]> = {
  [
    Name in keyof Fields as Fields[Name]["presence"] extends Presence
      ? Fields[Name]["stored"]
      : never
  ]: StoredValue<Fields[Name]>;
};

type Flat<Type> = { [Name in keyof Type]: Type[Name] };

/** The fields of a record in the store. A record lacks added fields that have their defaults. */
export type StoredFields<Fields extends RecordFields> = Flat<
  WithStoredName<Fields, "required" | "optional"> & Partial<WithStoredName<Fields, "added">>
>;

/** The values of a body after validation. */
type InputValues<Fields extends RecordFields> = v.InferOutput<
  v.ObjectSchema<InputEntries<Fields>, undefined>
>;

type NamedValues<Fields extends RecordFields> = {
  [Name in keyof Fields]?: v.InferOutput<Fields[Name]["input"]> | undefined;
};

/** The values of a record's fields in answers. */
export type AnswerValues<Fields extends RecordFields> = {
  -readonly [Name in keyof Fields]: v.InferOutput<Fields[Name]["output"]>;
};

/** The keys of a stored record that answers have as well. */
interface StoredKeys {
  id: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
}

interface Mapping<Fields extends RecordFields> {
  /** Returns the fields of a new record, with defaults for those that the body doesn't name. */
  newFields: (input: InputValues<Fields>, moment: Moment) => StoredFields<Fields>;
  /** Returns the fields of a record with the values that a body names. */
  changedFields: (
    current: StoredFields<Fields>,
    input: NamedValues<Fields>,
  ) => StoredFields<Fields>;
  toWire: (record: StoredFields<Fields> & StoredKeys) => AnsweredRecord<Fields>;
}

type AnsweredRecord<Fields extends RecordFields> = AnswerValues<Fields> & {
  id: number;
  created_at: string;
  updated_at: string;
  deleted_at?: string;
};

type Values = Record<string, unknown>;

/** The conversion of a field, without its types. */
interface Step {
  name: string;
  stored: string;
  toWire: (stored: unknown) => unknown;
  otherwise: ((moment: Moment) => unknown) | undefined;
  /** The value of a stored record that lacks the field, which is left out where a record has this value. */
  missing: unknown;
  isSettable: boolean;
}

const missingOf = (field: AnyField): unknown => {
  if (field.presence === "added") return field.otherwise();
  return field.presence === "shown" ? null : undefined;
};

const stepOf = ([name, field]: [string, AnyField]): Step => ({
  name,
  stored: field.stored,
  toWire: field.toWire as Step["toWire"],
  otherwise: "otherwise" in field ? field.otherwise : undefined,
  missing: missingOf(field),
  isSettable: field.presence !== "shown",
});

/** Stores a value, but not the default of an added field, which would take room in every record. */
const store = (stored: Values, step: Step, value: unknown): void => {
  if (value !== undefined && value !== step.missing) stored[step.stored] = value;
};

/**
 * Builds the functions once, because they run for each record of a list. Fields are always stored in the same
 * order, which readers of the file rely on.
 */
export function wireMapping<Fields extends RecordFields>(fields: Fields): Mapping<Fields> {
  const steps = Object.entries(fields).map(stepOf);
  const settable = steps.filter(({ isSettable }) => isSettable);

  const newFields = (input: Values, moment: Moment): Values => {
    const stored: Values = {};
    for (const step of settable) {
      const given = input[step.name];
      store(stored, step, given === undefined ? step.otherwise?.(moment) : given);
    }
    return stored;
  };

  const changedFields = (current: Values, input: Values): Values => {
    const stored: Values = {};
    for (const step of settable) {
      const given = input[step.name];
      store(stored, step, given === undefined ? current[step.stored] : given);
    }
    return stored;
  };

  const toWire = (record: Values & StoredKeys): Values => {
    const wire: Values = { id: record.id };
    for (const step of steps) {
      const stored = record[step.stored];
      wire[step.name] = step.toWire(stored === undefined ? step.missing : stored);
    }
    wire["created_at"] = record.createdAt;
    wire["updated_at"] = record.updatedAt;
    if (record.deletedAt !== null) wire["deleted_at"] = record.deletedAt;
    return wire;
  };

  return { newFields, changedFields, toWire } as unknown as Mapping<Fields>;
}
