/** A record's fields as text, written by their kinds. */
import { type AnsweredValues, type FieldKind, namesOf, type RecordFields } from "@outlay/shared";

/** Values of a record's fields as servers give them, those of other versions too. */
export type ReceivedValues<Fields extends RecordFields> = {
  [Name in keyof Fields]: AnsweredValues[Fields[Name]["kind"]];
};

/** Functions that write a value of each kind. */
export type KindWriters = { [Kind in FieldKind]: (value: AnsweredValues[Kind]) => string };

export function fieldText<Fields extends RecordFields>(
  fields: Fields,
  name: keyof Fields,
  record: ReceivedValues<Fields>,
  writers: KindWriters,
): string {
  const field: Fields[keyof Fields] = fields[name];
  const kind: Fields[keyof Fields]["kind"] = field.kind;
  return writers[kind](record[name]);
}

/** Returns the names of all fields, those that are given in the first place. */
export function namesFrom<Fields extends RecordFields>(
  fields: Fields,
  first: readonly (keyof Fields & string)[],
): (keyof Fields & string)[] {
  return [...first, ...namesOf(fields).filter((name) => !first.includes(name))];
}
