import {
  answered,
  type AnyField,
  type FieldKind,
  mapFields,
  type RecordFields,
} from "@outlay/shared";
import * as v from "valibot";
import { anyAmount, word } from "./open-object.ts";

/** Schemas for the kinds of which a server of another version may have more values. */
const openKinds = { amount: anyAmount, word } satisfies Partial<
  Record<FieldKind, () => v.GenericSchema>
>;
type OpenKinds = typeof openKinds;

type ReceivedValue<Field extends AnyField> = Field["kind"] extends keyof OpenKinds
  ? ReturnType<OpenKinds[Field["kind"]]>
  : Field["output"];

/** Servers of earlier versions don't give a field that was added since. */
type ReceivedEntry<Field extends AnyField> = Field["presence"] extends "added" | "shown"
  ? v.OptionalSchema<ReceivedValue<Field>, () => v.InferInput<ReceivedValue<Field>>>
  : ReceivedValue<Field>;

type ReceivedEntries<Fields extends RecordFields> = {
  -readonly [Name in keyof Fields]: ReceivedEntry<Fields[Name]>;
};

const isOpen = (kind: FieldKind): kind is keyof OpenKinds => Object.hasOwn(openKinds, kind);

function receivedEntry(field: AnyField): v.GenericSchema {
  const received = isOpen(field.kind) ? openKinds[field.kind]() : field.output;
  if (field.presence === "shown") return v.optional(received, null);
  if (field.presence !== "added") return received;
  return v.optional(received, () => answered(field, field.otherwise()));
}

/** Returns a schema for each field of a record, as servers of any version give it. */
export const receivedFields = <Fields extends RecordFields>(fields: Fields) =>
  mapFields(fields, receivedEntry) as ReceivedEntries<Fields>;
