import {
  type CalendarDate,
  comparedAmountShape,
  comparedCents,
  hasAtMost,
  InvalidFields,
  isCalendarDate,
  isRecordableCurrency,
  isTag,
  notAValidChoice,
  tagShape,
} from "@outlay/shared";
import type { ParsedUrlQuery } from "node:querystring";

/** Decides whether the user has a category with a key. */
export type IsCategory = (key: string) => boolean;

/** Reads the text of one value; returns undefined if the text is invalid. */
type Reading<Value> = (text: string, isCategory: IsCategory) => Value | undefined;

/** The JSON Schema of one value of a parameter, for the API's description. */
interface ValueSchema {
  type: "string" | "integer" | "number" | "boolean";
  [keyword: string]: unknown;
}

/** A parameter of a query. */
export interface Parameter<Value> {
  schema: ValueSchema;
  isRepeatable: boolean;
  whenAbsent: Value;
  /** @returns a message for each invalid text, or the value of all texts together */
  read: (
    texts: readonly string[],
    isCategory: IsCategory,
  ) => { faults: string[] } | { value: Value };
}

/** A parameter that can be given once. */
export function once<Value, Absent>(
  schema: ValueSchema,
  read: Reading<Value>,
  fault: string,
  whenAbsent: Absent,
): Parameter<Value | Absent> {
  return {
    schema,
    isRepeatable: false,
    whenAbsent,
    read(given, isCategory) {
      const [text = "", ...more] = given;
      if (more.length > 0) return { faults: ["Can be given only once."] };
      const value = read(text, isCategory);
      return value === undefined ? { faults: [fault] } : { value };
    },
  };
}

/** A parameter that can be given several times. */
function several<Value>(
  schema: ValueSchema,
  read: Reading<Value>,
  fault: (text: string) => string,
): Parameter<readonly Value[]> {
  return {
    schema,
    isRepeatable: true,
    whenAbsent: [],
    read(given, isCategory) {
      const faults = given.filter((text) => read(text, isCategory) === undefined).map(fault);
      if (faults.length > 0) return { faults };
      return { value: [...new Set(given.flatMap((text) => read(text, isCategory) ?? []))] };
    },
  };
}

const readNumber: Reading<number> = (text) => (/^\d+$/.test(text) ? Number(text) : undefined);

const oneOf =
  <Option extends string>(options: readonly Option[]): Reading<Option> =>
  (text) =>
    options.find((option) => option === text);

const readFlag: Reading<boolean> = (text) =>
  text === "true" || text === "false" ? text === "true" : undefined;

const notAFlag = "Must be true or false.";

export const flag = once({ type: "boolean", default: false }, readFlag, notAFlag, false);

/** A flag without a default. */
export const flagOrNull = once({ type: "boolean" }, readFlag, notAFlag, null);

export const day = once<CalendarDate, null>(
  { type: "string", format: "date" },
  (text) => (isCalendarDate(text) ? text : undefined),
  "Must be a day, YYYY-MM-DD.",
  null,
);

/** Accepts any number of digits, as paths do; an unused id matches nothing. */
export const recordId = once(
  { type: "integer", minimum: 0 },
  readNumber,
  "Must be an id: a whole number.",
  null,
);

export const amount = once(
  comparedAmountShape,
  comparedCents,
  "Must be an amount like 12.50, with at most two decimals and 12 digits.",
  null,
);

export const searchText = once(
  { type: "string", pattern: "\\S" },
  (text) => (text.trim() === "" ? undefined : text),
  "May not be blank.",
  null,
);

export const tags = several(
  tagShape,
  (text) => (isTag(text) ? text : undefined),
  (text) => `"${text}" can't be a tag.`,
);

/** Texts of at most this many characters. */
export const shortTexts = (maxCharacters: number) =>
  several(
    { type: "string", minLength: 1, maxLength: maxCharacters },
    (text) => (text.trim() !== "" && hasAtMost(text, maxCharacters) ? text : undefined),
    () => `Must have 1 to ${maxCharacters} characters.`,
  );

/** The word for the home currency, which has no code in records. */
const homeWord = "home";

/** Codes of currencies, and null for the home currency. */
export const currencies: Parameter<readonly (string | null)[]> = (() => {
  const codes = several(
    { type: "string", pattern: "^([A-Z]{3}|home)$" },
    (text) => (text === homeWord || isRecordableCurrency(text) ? text : undefined),
    () => "Must be a currency code like EUR, or home.",
  );
  return {
    ...codes,
    read(given: readonly string[], isCategory: IsCategory) {
      const read = codes.read(given, isCategory);
      if ("faults" in read) return read;
      return { value: read.value.map((code) => (code === homeWord ? null : code)) };
    },
  };
})();

/** Keys of categories that the user has. */
export const categoryKeys = several(
  { type: "string", pattern: "^[A-Z0-9_]{1,30}$" },
  (text, isCategory) => (isCategory(text) ? text : undefined),
  notAValidChoice,
);

export const choices = <Option extends string>(options: readonly Option[]) =>
  several(
    { type: "string", enum: options },
    oneOf(options),
    (text) => `"${text}" is not a valid choice.`,
  );

export const choice = <Option extends string>(options: readonly Option[], whenAbsent: Option) =>
  once(
    { type: "string", enum: options, default: whenAbsent },
    oneOf(options),
    `Must be one of ${options.join(", ")}.`,
    whenAbsent,
  );

export const countUpTo = (most: number) =>
  once(
    { type: "integer", minimum: 1, maximum: most },
    (text, isCategory) => {
      const count = readNumber(text, isCategory) ?? 0;
      return count >= 1 && count <= most ? count : undefined;
    },
    `Must be a whole number from 1 to ${most}.`,
    null,
  );

/** The parameters that some clients add by themselves, to avoid caches or for statistics. */
const addedNames = new Set(["_", "t", "ts", "cb"]);

const isAdded = (name: string) => addedNames.has(name) || name.startsWith("utm_");

const readUnknown: Parameter<null>["read"] = () => ({ faults: ["There is no such parameter."] });

/** Accepts `format=json`, with which clients of Django REST framework request a format. */
const readFormat: Parameter<null>["read"] = (texts) =>
  texts.every((text) => text === "json")
    ? { value: null }
    : { faults: ["Only json is available."] };

export type QueryParameters = Record<string, Parameter<unknown>>;
export type QueryValues<Of extends QueryParameters> = {
  [Name in keyof Of]: Of[Name]["whenAbsent"];
};

/**
 * Reads the parameters of a request's query.
 * @param isCategory needed for parameters that are categories
 * @throws InvalidFields naming each parameter that is unknown, malformed or repeated
 */
export function readQuery<Of extends QueryParameters>(
  query: ParsedUrlQuery,
  parameters: Of,
  isCategory: IsCategory = () => false,
): QueryValues<Of> {
  const faults = new Map<string, string[]>();
  const known = new Map(Object.entries(parameters));
  const values = new Map([...known].map(([name, { whenAbsent }]) => [name, whenAbsent]));
  for (const [name, given = []] of Object.entries(query)) {
    const parameter = known.get(name);
    if (!parameter && isAdded(name)) continue;
    const read = parameter?.read ?? (name === "format" ? readFormat : readUnknown);
    const result = read(typeof given === "string" ? [given] : given, isCategory);
    if ("faults" in result) faults.set(name, result.faults);
    else if (parameter) values.set(name, result.value);
  }
  if (faults.size > 0) throw new InvalidFields(Object.fromEntries(faults));
  return Object.fromEntries(values) as QueryValues<Of>;
}
