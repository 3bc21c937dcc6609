/**
 * The kinds of field that a request body can have. The messages and their order are those of the
 * recorded application (see conformance/), because clients may show or match them.
 *
 * Rules in code can't be converted to JSON Schema, so metadata beside them describes them for the API's description.
 */
import * as v from "valibot";
import { isCalendarDate } from "../calendar.ts";
import { isRecordableCurrency } from "../currency-code.ts";
import { isFormFile } from "./form-file.ts";

// Excludes the byte order mark, which `\s` counts as white space, but the recorded application doesn't.
const space = /[^\S\uFEFF]/u;

/** Checks for the plain space first, because that is faster and a body may hold a megabyte of spaces. */
const isSpaceAt = (value: string, at: number) =>
  value.charCodeAt(at) === 0x20 || space.test(value.charAt(at));

/** Trims white space, but not zero-width characters, in a single pass. */
export function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpaceAt(text, start)) start += 1;
  while (end > start && isSpaceAt(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

/** Counts characters as the recorded application does: code points, not UTF-16 units. */
export const characterCount = (text: string): number => Array.from(text).length;

/** Counts the characters only if it must: a character is one or two UTF-16 units, so most texts need no counting. */
export const hasAtMost = (text: string, characters: number): boolean =>
  text.length <= characters ||
  (text.length <= 2 * characters && characterCount(text) <= characters);

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

const notExact = "This number is too large to be exact: send it as text.";

/** Rejects larger numbers, because parsing the JSON may have changed their digits. */
const exactNumber = () =>
  v.pipe(
    v.number(),
    v.minValue(Number.MIN_SAFE_INTEGER, notExact),
    v.maxValue(Number.MAX_SAFE_INTEGER, notExact),
  );

/** The JSON Schema of a number that is accepted as text. */
export const exactNumberShape = {
  type: "number",
  minimum: Number.MIN_SAFE_INTEGER,
  maximum: Number.MAX_SAFE_INTEGER,
} as const;

/**
 * Accepts text, which is trimmed, or a number, whose digits become the text.
 * @param keywords JSON Schema keywords in addition to those for a text that isn't blank
 */
export const text = (keywords: { maxLength?: number; pattern?: string } = {}) =>
  v.pipe(
    v.union(
      [
        v.pipe(v.string(), v.metadata({ minLength: 1, pattern: String.raw`\S`, ...keywords })),
        exactNumber(),
      ],
      "Not a valid string.",
    ),
    v.transform((value) => trimmed(String(value))),
    v.check((value) => value !== "", "This field may not be blank."),
  );

export const atMostCharacters = (limit: number) =>
  v.check(
    (value: string) => hasAtMost(value, limit),
    `Ensure this field has no more than ${limit} characters.`,
  );

export const withoutNullCharacters = () =>
  v.check((value: string) => !value.includes("\0"), "Null characters are not allowed.");

/** Rejects half surrogate pairs, which can't be written as UTF-8. */
export const withoutLoneSurrogates = () =>
  v.check(
    (value: string) => !loneSurrogate.test(value),
    ({ input }) => {
      const [unit = ""] = loneSurrogate.exec(input) ?? [];
      return `Surrogate characters are not allowed: U+${unit.charCodeAt(0).toString(16).toUpperCase()}.`;
    },
  );

/** Text up to this length, without characters that a store or a terminal can't hold. */
export const shortText = (maxCharacters: number) =>
  v.pipe(
    text({ maxLength: maxCharacters }),
    atMostCharacters(maxCharacters),
    withoutNullCharacters(),
    withoutLoneSurrogates(),
  );

/** A record's id as the API returns it. */
export const wireId = () => v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** A count as the API returns it. */
export const wireCount = () => v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A day as the API returns it. */
export const wireDay = () => v.pipe(v.string(), v.metadata({ format: "date" }));
/** An instant as the API returns it. */
export const wireInstant = () => v.pipe(v.string(), v.metadata({ format: "date-time" }));

const maxShown = 255;

const shortened = (value: string) =>
  value.length <= maxShown ? value : `${value.slice(0, maxShown).replace(/[\uD800-\uDBFF]$/, "")}…`;

/** The message for a value of a body that isn't one of the options. */
export function notAValidChoice(input: unknown): string {
  const sent = isFormFile(input) ? input.fileName : input;
  // Shortened, because each of the 10,000 expenses of an import may have a long value.
  if (typeof sent === "string") return `"${shortened(sent)}" is not a valid choice.`;
  // Objects are not written, because they may be nested too deeply for that.
  return `"${typeof input === "object" ? "…" : JSON.stringify(input)}" is not a valid choice.`;
}

/** Accepts one of the options, in exactly this spelling. */
export const choice = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, ({ input }) => notAValidChoice(input));

/** The same for schemas. */
export const notAChoice = ({ input }: { input: unknown }) => notAValidChoice(input);
export const maxCategoryKeyCharacters = 30;

const categoryKeyPattern = /^[A-Z0-9_]{1,30}$/;

/** Checks whether a text has the form of a category's key. */
export const isCategoryKey = (key: string): boolean => categoryKeyPattern.test(key);

/** Accepts a text that can be the key of a category, built-in or a user's own. Only the store knows which keys there are. */
export const categoryKey = () =>
  v.pipe(
    v.string(notAChoice),
    v.check((value) => categoryKeyPattern.test(value), notAChoice),
    v.metadata({ pattern: categoryKeyPattern.source }),
  );

/** The key of a category as the API returns it. */
export const wireCategory = () =>
  v.pipe(v.string(), v.metadata({ pattern: categoryKeyPattern.source }));

/** Accepts the code of a currency whose amounts have two decimal places or none. */
export const currencyCode = () => {
  const notACode =
    "Expected a currency code of ISO 4217 like EUR, with two decimal places or none.";
  return v.pipe(
    v.string(notACode),
    v.check(isRecordableCurrency, notACode),
    v.metadata({ pattern: "^[A-Z]{3}$" }),
  );
};

const notADate = "Date has wrong format. Use one of these formats instead: YYYY-MM-DD.";

/** A day of the calendar, `YYYY-MM-DD`. */
export const calendarDate = () =>
  v.pipe(v.string(notADate), v.check(isCalendarDate, notADate), v.metadata({ format: "date" }));

const notAnInstant =
  "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
const instantPattern =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/** Accepts an instant in RFC 3339 with its offset, and returns it in UTC with milliseconds. */
export const instant = () =>
  v.pipe(
    v.string(notAnInstant),
    v.metadata({ format: "date-time" }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const [written, dayWritten = ""] = instantPattern.exec(dataset.value) ?? [];
      const known = written !== undefined && isCalendarDate(dayWritten) ? new Date(written) : null;
      const utc = known?.toISOString() ?? "";
      // Instants are sorted as texts, which is right only for years of four digits.
      if (/^\d{4}-/.test(utc)) return utc;
      addIssue({ message: notAnInstant });
      return NEVER;
    }),
  );

export const maxTags = 20;
export const maxTagCharacters = 40;
const tagPattern = /^[\p{L}\p{M}\p{N}_-]*$/u;

/** Checks whether a text is a valid tag. */
export const isTag = (label: string): boolean =>
  label !== "" && tagPattern.test(label) && hasAtMost(label, maxTagCharacters);

/** The JSON Schema of a tag. */
export const tagShape = {
  type: "string",
  minLength: 1,
  maxLength: maxTagCharacters,
  pattern: tagPattern.source,
} as const;

const tag = () =>
  v.pipe(
    v.string("Not a valid string."),
    v.check((value) => value !== "", "A tag may not be blank."),
    v.check(
      (value) => tagPattern.test(value),
      "A tag may contain only letters, digits, hyphens and underscores.",
    ),
    v.check(
      (value) => hasAtMost(value, maxTagCharacters),
      `Ensure each tag has no more than ${maxTagCharacters} characters.`,
    ),
  );

/** Accepts a list of labels, and removes repeated ones. */
export const tags = () =>
  v.pipe(
    v.array(v.unknown(), "Expected a list of tags."),
    v.maxLength(maxTags, `Ensure there are no more than ${maxTags} tags.`),
    v.metadata({ items: tagShape }),
    v.array(tag()),
    v.transform((labels) => [...new Set(labels)]),
  );
