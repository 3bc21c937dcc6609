/** The conversion of a record between the API and the store, derived from its fields. */
import type * as v from "valibot";
import { type AnyField, type Moment, type RecordFields } from "./field.ts";
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

/** The fields of a record in the store. Older data lack fields that were added since. */
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
  newFields: (input: InputValues<Fields>, moment: Moment) => Required<StoredFields<Fields>>;
  /** Returns the fields that a body names. */
  namedFields: (input: NamedValues<Fields>) => Partial<StoredFields<Fields>>;
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
  /** The stored value of a record that lacks the field. */
  missing: unknown;
}

const stepOf = ([name, field]: [string, AnyField]): Step => ({
  name,
  stored: field.stored,
  toWire: field.toWire as Step["toWire"],
  otherwise: field.presence === "required" ? undefined : field.otherwise,
  missing: field.presence === "added" ? field.otherwise() : undefined,
});

/** Builds the functions once, because they run for each record of a list. */
export function wireMapping<Fields extends RecordFields>(fields: Fields): Mapping<Fields> {
  const steps = Object.entries(fields).map(stepOf);

  const newFields = (input: Values, moment: Moment): Values => {
    const stored: Values = {};
    for (const step of steps) {
      const given = input[step.name];
      stored[step.stored] = given === undefined ? step.otherwise?.(moment) : given;
    }
    return stored;
  };

  const namedFields = (input: Values): Values => {
    const stored: Values = {};
    for (const step of steps) {
      const given = input[step.name];
      if (given !== undefined) stored[step.stored] = given;
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

  return { newFields, namedFields, toWire } as Mapping<Fields>;
}
