import {
  decimalsOf,
  decimalToCents,
  isForeign,
  maxAmountCents,
  minAmountCents,
  parseDecimal,
} from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { groupedText } from "../terminal/amounts.ts";

// Allows one currency sign before or after, a comma between groups of three digits, and a point before the
// cents.
const pattern =
  /^(?<front>\p{Sc}\s*)?(?<whole>\d+|\d{1,3}(?:,\d{3})+)(?<cents>\.\d{1,2})?(?<back>\s*\p{Sc})?$/u;

/**
 * A comma before the cents, in texts where it cannot separate thousands, since a group of thousands has three
 * digits.
 */
const withCommaBeforeCents = /^(\P{Nd}*\d+),(\d\d)(\P{Nd}*)$/u;

/** Matches `1.234,50` and `12,5`: a comma that may stand before cents. */
const perhapsCents = /^(\d[\d. ]*),(\d{1,2})$/;

function refusal(text: string) {
  const [, whole, cents] = perhapsCents.exec(text.trim()) ?? [];
  const meant = whole === undefined ? undefined : `${whole.replace(/\D/g, "")}.${cents}`;
  const [, bare] = /^(?:[A-Za-z]{3})?\s*(\d[\d.,]*)\s*(?:[A-Za-z]{3})?$/.exec(text.trim()) ?? [];
  if (bare !== undefined && meant === undefined && /[A-Za-z]/.test(text)) {
    return usageError(`Amount "${text}" is not money.`, `Write it without letters, like ${bare}.`);
  }
  const how = meant === undefined ? "Write it like 12.50 or 1,234.50." : `Write it like ${meant}.`;
  return usageError(`Amount "${text}" is not money.`, how);
}

/** Refuses an amount that would be recorded in the wrong currency. @throws CliError usage */
function requireOwnCurrency(text: string, signs: readonly string[], currency: string): void {
  if (!signs.some((sign) => isForeign(sign, currency))) return;
  throw usageError(
    `Amount "${text}" isn't in ${currency}, the currency of your amounts.`,
    "Convert it and write it without the sign: 12.50. To change your currency: outlay config set currency CODE",
  );
}

/**
 * Reads an amount as people write it: `12`, `12.5`, `12,50`, `1,234.50`, `$12.50`, `₦1,200`.
 * @param currency the ISO 4217 code of the user's currency; while it is unknown, any sign is taken for its
 * @returns whole cents
 * @throws CliError usage
 */
export function parseAmount(text: string, currency?: string): number {
  const match = pattern.exec(text.trim().replace(withCommaBeforeCents, "$1.$2$3"));
  if (!match?.groups) throw refusal(text);
  const { front = "", whole = "", cents = "", back = "" } = match.groups;
  if (currency !== undefined) {
    requireOwnCurrency(text, [front, back], currency);
    if (/[1-9]/.test(cents) && decimalsOf(currency) === 0) {
      throw usageError(
        `Amount "${text}" has decimals, and ${currency} has none.`,
        `Write it like ${whole}.`,
      );
    }
  }
  const decimal = parseDecimal(whole.replaceAll(",", "") + cents);
  const amountCents = decimal && decimal.digits.length < 16 ? decimalToCents(decimal) : Infinity;
  if (amountCents < minAmountCents || amountCents > maxAmountCents) {
    const [least, most] = [minAmountCents, maxAmountCents].map(groupedText);
    throw usageError(
      `Amount "${text}" is out of range.`,
      `Write an amount from ${least} to ${most}.`,
    );
  }
  return amountCents;
}

const beforeThousands = /^\p{Sc}?\d{1,3}$/u;
const thousands = /^\d{3}(?:[.,]\d{1,2})?\p{Sc}?$/u;
const beforeCents = /^\p{Sc}?(?:\d+|\d{1,3}(?:,\d{3})+)\p{Sc}?$/u;
const centsAlone = /^\d\d\p{Sc}?$/u;

/** Matches words that may continue the amount's digits. */
function furtherDigits(amount: string, words: readonly string[]): readonly string[] {
  if (beforeThousands.test(amount)) {
    const end = words.findIndex((word) => !thousands.test(word));
    const groups = end < 0 ? words : words.slice(0, end);
    if (groups.length > 0) return groups;
  }
  return beforeCents.test(amount) ? words.slice(0, 1).filter((word) => centsAlone.test(word)) : [];
}

/**
 * Refuses an amount that seems to continue in the next words of the command line: `1 234,50 Rent`, `12 50
 * Lunch`. Quotes around the description show that those words belong to it.
 * @param words the words after the amount, as the shell split them
 * @throws CliError usage
 */
export function refuseAmountInWords(amount: string, words: readonly string[]): void {
  const otherwise = `put quotes around the description: ${amount} "${words.join(" ")}"`;
  refuseFurtherDigits(amount, words, otherwise);
}

/**
 * Refuses an amount that seems to continue in the next words.
 * @param otherwise how to write it if it doesn't
 * @throws CliError usage
 */
export function refuseFurtherDigits(
  amount: string,
  words: readonly string[],
  otherwise: string,
): void {
  const digits = furtherDigits(amount, words);
  const [first] = digits;
  if (first === undefined) return;
  const mark = centsAlone.test(first) ? "." : "";
  const joined = `${amount.replaceAll(",", "")}${mark}${digits.join("")}`;
  const meant = joined.replace(",", ".").replace(/[^\d.]/g, "");
  throw usageError(
    `"${[amount, ...digits].join(" ")}" could be one amount.`,
    `Write it like ${meant}, or ${otherwise}`,
  );
}
