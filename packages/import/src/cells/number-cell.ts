/**
 * Reads numbers in cells. This file finds the readings that a cell's digits and separators allow; the decimal
 * mark is decided for a whole file (`sniff/amounts/decimal.ts`), never for one value.
 */
import { isCurrencyCode, maxAmountCents } from "@outlay/shared";
import { plain, undressed } from "./plain-text.ts";

export type DecimalMark = "." | ",";

/** A reason why a cell that looks like a number isn't read as one. */
export type NumberFault = "groups" | "special digits";

export interface NumberCell {
  /** `-` for a minus before or after the number, or brackets around it; `+` for an explicit plus. */
  sign: "+" | "-" | "";
  /** The direction that a letter or word before or after the number gives. */
  direction: "in" | "out" | undefined;
  /** The currency symbol or code beside the number, as written. */
  currency: string;
  /** Digits with points and commas. Blanks and apostrophes, which only ever group digits, are removed. */
  digits: string;
  /**
   * The mark that must be the decimal one; `either` if both readings are possible, `none` if there is no mark.
   */
  decimal: DecimalMark | "either" | "none";
}

/** A cell written like a number, although it may not be a proper one. */
export interface NumberLike extends NumberCell {
  /** Undefined if it is a proper number. */
  fault: NumberFault | undefined;
}

const currencyToken = String.raw`(?:\p{Sc}|[A-Z]{1,3}\p{Sc}|[A-Z]{3}|[\p{Script=Arabic}.]{2,6}|kr\.?|Kč|Kčs|zł|zl|Ft|лв\.?|руб\.?|р\.|грн\.?|Rs\.?|Fr\.|SFr\.?|Lei|lei|TL|RM|Rp|元|円|圓|원|kn|KM|din\.?|S\/\.?|R)`;
const before = new RegExp(String.raw`^(${currencyToken})\s*(?=[-+\d.,(])`, "u");
const behind = new RegExp(String.raw`(?<=[\d.,)-])\s*(${currencyToken})$`, "u");
// NFKC turns ½ into 1⁄2.
const body = /^(?:\d[\d.,' ’`_⁄]*|[.,]\d+)$/;
const groupings = /[ '’`_⁄]/g;

const apostrophes = /[’`]/g;
// One mark separates all groups, which are of three digits, or of lakhs and crores. A decimal mark may follow.
const grouped =
  /^[1-9](?:\d{0,2}(?:([ '_])\d{3})(?:\1\d{3})*|\d?(?:([ '_])\d{2})(?:\2\d{2})*\2\d{3})(?:[.,]\d*)?$/;
const specialDigit = /\p{No}/u;

function faultOf(cell: string, text: string, digits: string): NumberFault | undefined {
  if (specialDigit.test(cell)) return "special digits";
  return digits === text || grouped.test(text.replace(apostrophes, "'")) ? undefined : "groups";
}

const directions = new Map<string, "in" | "out">([
  ["cr", "in"],
  ["c", "in"],
  ["h", "in"],
  ["dr", "out"],
  ["db", "out"],
  ["d", "out"],
  ["s", "out"],
]);
const directionBehind = /(?<=[\d\s.)-])(CR|DR|DB|C|D|S|H)\.?$/i;

// Longer runs of digits are the numbers of accounts and transactions.
const maxDigits = 15;

function decimalMark(digits: string, wasGrouped: boolean): NumberCell["decimal"] | undefined {
  const marks = digits.replace(/\d/g, "");
  if (marks === "") return "none";
  const last = marks.at(-1) as DecimalMark;
  const groups = digits.split(/[.,]/);
  const [first = "", ...rest] = groups;
  const tail = rest.at(-1) ?? "";
  const isGrouped = (parts: readonly string[]) =>
    /^\d{1,3}$/.test(first) &&
    // Groups of thousands, or of lakhs and crores: two digits in all groups but the last.
    (parts.every((part) => part.length === 3) ||
      (parts.at(-1)?.length === 3 && parts.slice(0, -1).every((part) => part.length === 2)));
  const other: DecimalMark = last === "." ? "," : ".";
  if (marks.includes(other)) {
    // In `1.234,56`, the mark that occurs once, after the groups, is the decimal one.
    const isOnce = marks.indexOf(last) === marks.length - 1;
    return isOnce && isGrouped(rest.slice(0, -1)) ? last : undefined;
  }
  if (marks.length > 1) return isGrouped(rest) ? other : undefined;
  if (wasGrouped || tail.length !== 3) return last;
  return first === "" || first.startsWith("0") || first.length > 3 ? last : "either";
}

interface Stripped {
  text: string;
  sign: NumberCell["sign"];
}

/** Removes a sign at either end; two different signs make the text no number. */
function withoutSign(text: string): Stripped | undefined {
  const brackets = /^\((.+)\)$/.exec(text);
  if (brackets) return { text: (brackets[1] ?? "").trim(), sign: "-" };
  const front = /^[-+]/.exec(text)?.[0] ?? "";
  const inner = text.slice(front.length).trim();
  const back = /[-+]$/.exec(inner)?.[0] ?? "";
  if (front !== "" && back !== "") return undefined;
  const sign = (front || back) as NumberCell["sign"];
  return { text: back === "" ? inner : inner.slice(0, -1).trim(), sign };
}

// A fast path for most cells, since files are long.
const plainNumber = /^-?\d{1,9}(?:[.,]\d{1,2})?$/;

function plainCell(cell: string): NumberLike {
  const isNegative = cell.startsWith("-");
  return {
    sign: isNegative ? "-" : "",
    direction: undefined,
    currency: "",
    digits: isNegative ? cell.slice(1) : cell,
    decimal: cell.includes(".") ? "." : cell.includes(",") ? "," : "none",
    fault: undefined,
  };
}

const word = /[A-Za-z]{4}/;
const digit = /\p{N}/u;
const maxCharacters = 60;

/** Whether a cell can be a number at all. This rules out most texts quickly. */
const mayBeNumber = (cell: string): boolean =>
  cell.length <= maxCharacters && digit.test(cell) && !word.test(cell);

/**
 * Reads a cell that is written like a number; returns undefined for others. It tells what a cell is meant to be,
 * so that `-7 25` is rejected as an amount and not taken for words. Only `readNumberCell` tells the value.
 */
export function readNumberLike(cell: string): NumberLike | undefined {
  if (plainNumber.test(cell)) return plainCell(cell);
  if (!mayBeNumber(cell)) return undefined;
  // NFKC would split the acute accent into a blank and a mark.
  let text = plain(undressed(cell).replaceAll("´", "'"))
    .replace(/[\u2212\u2012\u2013\u2014\uFE63]/g, "-")
    // The decimal and grouping marks of Arabic.
    .replaceAll("\u066B", ".")
    .replaceAll("\u066C", "'")
    .replace(/^'/, "")
    // 12.- and 12,-- are whole numbers.
    .replace(/(?<=\d)[.,]-{1,2}(?=$|\s\D*$)/, "");
  let currency = "";
  let direction: NumberCell["direction"];
  let sign: NumberCell["sign"] = "";
  const takeCurrency = () => {
    const found = before.exec(text) ?? behind.exec(text);
    if (!found || (/^[A-Z]{3}$/.test(found[1] ?? "") && !isCurrencyCode(found[1] ?? ""))) return;
    currency ||= found[1] ?? "";
    text = text.replace(found[0], "").trim();
  };
  const takeSign = (): boolean => {
    const found = withoutSign(text);
    if (!found || (sign !== "" && found.sign !== "")) return false;
    sign ||= found.sign;
    text = found.text;
    return true;
  };
  takeCurrency();
  const letter = directionBehind.exec(text);
  if (letter) {
    direction = directions.get((letter[1] ?? "").toLowerCase());
    text = text.slice(0, letter.index).trim();
  }
  if (!takeSign()) return undefined;
  takeCurrency();
  if (!takeSign()) return undefined;
  takeCurrency();
  if (!body.test(text)) return undefined;
  const digits = text.replace(groupings, "");
  if (digits.replace(/[.,]\d*$/, "").replace(/\D/g, "").length > maxDigits) return undefined;
  const decimal = decimalMark(digits, digits !== text);
  if (decimal === undefined) return undefined;
  return { sign, direction, currency, digits, decimal, fault: faultOf(cell, text, digits) };
}

/** Reads a cell as a number; returns undefined if it isn't one. */
export function readNumberCell(cell: string): NumberCell | undefined {
  const number = readNumberLike(cell);
  return number?.fault === undefined ? number : undefined;
}

export type CentsFault = "another decimal mark" | "more than two decimals" | "too large";

const notDigits = /\D/g;
const notZero = /[1-9]/;

/** Returns the cents of the digits, without their sign, given the decimal mark. */
export function centsOf(
  { digits, decimal }: Pick<NumberCell, "digits" | "decimal">,
  mark: DecimalMark,
): number | CentsFault {
  if ((decimal === "." || decimal === ",") && decimal !== mark) return "another decimal mark";
  const at = digits.lastIndexOf(mark);
  const whole = (at < 0 ? digits : digits.slice(0, at)).replace(notDigits, "");
  const fraction = at < 0 ? "" : digits.slice(at + 1);
  if (notZero.test(fraction.slice(2))) return "more than two decimals";
  const cents = Number(whole + fraction.slice(0, 2).padEnd(2, "0"));
  return cents > maxAmountCents ? "too large" : cents;
}
