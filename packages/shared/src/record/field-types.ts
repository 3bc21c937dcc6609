/**
 * The types that a field of a record can have. A type defines how such a value is written in a request body, in the
 * store and in answers; its kind determines how it is written elsewhere, such as on a screen or in a CSV cell.
 */
import * as v from "valibot";
import type { CalendarDate } from "../calendar.ts";
import { amountCents, wireAmount } from "../contract/amount-fields.ts";
import {
  calendarDate,
  categoryKey,
  choice,
  currencyCode,
  notAChoice,
  shortText,
  tags,
  wireCategory,
  wireDay,
  wireId,
} from "../contract/fields.ts";
import { centsToNumber } from "../money.ts";

/** The values of each kind as the client reads them from answers. It accepts words that it doesn't know. */
export interface AnsweredValues {
  amount: number;
  text: string | null;
  word: string | null;
  day: CalendarDate | null;
  tags: readonly string[];
  id: number | null;
}
export type FieldKind = keyof AnsweredValues;

export interface FieldType<
  Kind extends FieldKind = FieldKind,
  Stored = unknown,
  Input extends v.GenericSchema = v.GenericSchema,
  Output extends v.GenericSchema = v.GenericSchema,
> {
  kind: Kind;
  /** Converts a value in a request body to the stored form. */
  input: Input;
  output: Output;
  toWire: (stored: Stored) => v.InferOutput<Output>;
}

/** Infers the parts of a type, and checks that a value from a body can be stored. */
const fieldType = <
  const Kind extends FieldKind,
  Stored,
  Input extends v.GenericSchema,
  Output extends v.GenericSchema,
>(
  type: FieldType<Kind, Stored, Input, Output> & {
    input: v.GenericSchema<unknown, NoInfer<Stored>>;
  },
): FieldType<Kind, Stored, Input, Output> => type;

const unchanged = <Value>(value: Value): Value => value;

export const amountType = () =>
  fieldType({
    kind: "amount",
    input: amountCents(),
    output: wireAmount(),
    toWire: (cents: number) => centsToNumber(cents),
  });

export const textType = (maxCharacters: number) =>
  fieldType({
    kind: "text",
    input: shortText(maxCharacters),
    output: v.string(),
    toWire: unchanged<string>,
  });

export const nullableTextType = (maxCharacters: number) =>
  fieldType({
    kind: "text",
    input: v.nullable(shortText(maxCharacters)),
    output: v.nullable(v.string()),
    toWire: unchanged<string | null>,
  });

/** A word from a closed list. */
export const wordType = <const Options extends readonly string[]>(options: Options) =>
  fieldType({
    kind: "word",
    input: choice(options),
    output: v.picklist(options),
    toWire: unchanged<Options[number]>,
  });

/** A word from a closed list, or null. */
export const nullableWordType = <const Options extends readonly string[]>(options: Options) =>
  fieldType({
    kind: "word",
    input: v.nullable(choice(options)),
    output: v.nullable(v.picklist(options)),
    toWire: unchanged<Options[number] | null>,
  });

/** The id of another record, or null. */
export const nullableIdType = () =>
  fieldType({
    kind: "id",
    input: v.nullable(wireId()),
    output: v.nullable(wireId()),
    toWire: unchanged<number | null>,
  });

/** The key of a category, built-in or a user's own. */
export const categoryType = () =>
  fieldType({
    kind: "word",
    input: categoryKey(),
    output: wireCategory(),
    toWire: unchanged<string>,
  });

/** The key of a category, or null. */
export const nullableCategoryType = () =>
  fieldType({
    kind: "word",
    // A blank in a form isn't null, but no category, as in the recorded application.
    // A key comes first, because most records have one, and a failed option costs as much as all else.
    input: v.union([categoryKey(), v.null()], notAChoice),
    output: v.nullable(wireCategory()),
    toWire: unchanged<string | null>,
  });

/** The code of a currency whose amounts have two decimal places or none, or null. */
export const nullableCurrencyType = () =>
  fieldType({
    kind: "word",
    input: v.nullable(currencyCode()),
    output: v.nullable(v.string()),
    toWire: unchanged<string | null>,
  });

export const dayType = () =>
  fieldType({
    kind: "day",
    input: calendarDate(),
    output: wireDay(),
    toWire: unchanged<CalendarDate>,
  });

export const nullableDayType = () =>
  fieldType({
    kind: "day",
    input: v.nullable(calendarDate()),
    output: v.nullable(wireDay()),
    toWire: unchanged<CalendarDate | null>,
  });

export const tagsType = () =>
  fieldType({
    kind: "tags",
    input: tags(),
    output: v.array(v.string()),
    toWire: (labels: readonly string[]) => [...labels],
  });
