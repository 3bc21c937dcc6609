import { type CalendarDate, isRecordableCurrency } from "@outlay/shared";
import type { DecimalMark } from "../cells/number-cell.ts";
import { bareWords } from "../cells/plain-text.ts";
import { knownEncoding } from "./known-encoding.ts";
import { badOption } from "../refusal.ts";
import { checkMapped } from "./check-map.ts";
import { parseDateOrder } from "../sniff/dates/date-notation.ts";
import { type ColumnMap, type Given, parseMap } from "./given.ts";

/** Statements about a file, in the words of their options. */
export interface GivenWords {
  account?: string | undefined;
  currency?: string | undefined;
  map?: string | undefined;
  delimiter?: string | undefined;
  encoding?: string | undefined;
  decimal?: string | undefined;
  dateFormat?: string | undefined;
  sign?: string | undefined;
  skipOtherLists?: true | undefined;
}

const delimiterNames = new Map([
  ["tab", "\t"],
  ["\\t", "\t"],
  ["comma", ","],
  ["semicolon", ";"],
  ["pipe", "|"],
]);

function parseDelimiter(word: string): string {
  const delimiter = delimiterNames.get(word.toLowerCase()) ?? word;
  if (Array.from(delimiter).length === 1 && !/["\r\n]/.test(delimiter)) return delimiter;
  throw badOption(
    `"${word}" is not a delimiter.`,
    "Write the single character between cells, or tab.",
  );
}

const decimalMarks: readonly DecimalMark[] = [".", ","];

function parseDecimal(word: string): DecimalMark {
  const mark = decimalMarks.find((each) => each === word);
  if (mark) return mark;
  throw badOption(`"${word}" is not a decimal mark.`, "Write --decimal . or --decimal ,");
}

const signs = { "expense-negative": "negative", "expense-positive": "positive" } as const;

function parseSign(word: string): "negative" | "positive" {
  if (word === "expense-negative" || word === "expense-positive") return signs[word];
  throw badOption(
    `"${word}" is not a sign.`,
    "Write --sign expense-negative or --sign expense-positive",
  );
}

function parseColumns(word: string): ColumnMap {
  const map = parseMap(word);
  checkMapped(map);
  return map;
}

function parseAccountName(word: string): string {
  if (bareWords(word) !== "") return word;
  throw badOption(
    `"${word}" is not the name of an account: it has no letter or digit.`,
    "Write it like --account giro, or leave it out.",
  );
}

function parseCurrencyCode(word: string): string {
  const code = word.trim().toUpperCase();
  if (isRecordableCurrency(code)) return code;
  throw badOption(
    `"${word}" isn't the code of a currency with two decimals or none.`,
    "Write a code like --currency USD",
  );
}

const parsed = <Value>(word: string | undefined, parse: (word: string) => Value) =>
  word === undefined ? undefined : parse(word);

/** The allowed values of options that accept only a few. */
export const givenChoices: Record<"decimal" | "sign", readonly string[]> = {
  decimal: decimalMarks,
  sign: Object.keys(signs),
};

/** @throws ImportRefusal bad_option */
export const parseGiven = (words: GivenWords, today: CalendarDate): Given => ({
  today,
  encoding: parsed(words.encoding, knownEncoding),
  delimiter: parsed(words.delimiter, parseDelimiter),
  decimal: parsed(words.decimal, parseDecimal),
  dateOrder: parsed(words.dateFormat, parseDateOrder),
  sign: parsed(words.sign, parseSign),
  skipsOtherLists: words.skipOtherLists,
  map: parsed(words.map, parseColumns) ?? {},
  account: parsed(words.account, parseAccountName),
  currency: parsed(words.currency, parseCurrencyCode),
});
