import type { RecordFields } from "@outlay/shared";
import {
  fieldText,
  type KindWriters,
  namesFrom,
  type ReceivedValues,
} from "../../api/received/field-texts.ts";
import { wordText } from "../../api/received/open-object.ts";
import type { Money } from "../../terminal/amounts.ts";
import { tagsText } from "../expense/tags-text.ts";
import type { AnyRecord } from "./record-noun.ts";

/** How a person reads values of each kind. */
const writersIn = (money: Money): KindWriters => ({
  amount: money.ofWire,
  text: (text) => text ?? "",
  word: wordText,
  day: (day) => day ?? "",
  tags: tagsText,
  id: (id) => (id === null ? "" : String(id)),
});

/**
 * Returns the title and the value of all that a record has.
 * @param order the fields that come first, and those that come behind the times of recording and changing
 */
export function recordDetails<Fields extends RecordFields>(
  fields: Fields,
  record: AnyRecord & ReceivedValues<Fields>,
  money: Money,
  order: { first: readonly (keyof Fields & string)[]; last: readonly (keyof Fields & string)[] },
): (readonly [title: string, value: string])[] {
  const writers = writersIn(money);
  const told = (name: keyof Fields & string): readonly [string, string] => {
    const field: Fields[keyof Fields] = fields[name];
    return [field.title, fieldText(fields, name, record, writers)];
  };
  // Most records have nothing in the fields that the server sets.
  const isTold = (name: keyof Fields & string) => {
    const field: Fields[keyof Fields] = fields[name];
    return field.presence !== "shown" || record[name] !== null;
  };
  const names = namesFrom(fields, order.first).filter(
    (name) => !order.last.includes(name) && isTold(name),
  );
  return [
    ["Id", String(record.id)],
    ...names.map(told),
    ["Recorded", record.created_at],
    ["Changed", record.updated_at],
    ...order.last.map(told),
  ];
}
