import { decimalToCents, maxAmountCents, minAmountCents, parseDecimal } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { groupedText } from "../terminal/amounts.ts";

// One currency sign before or after, a comma between groups of three, a point before the cents.
const pattern = /^(?:\p{Sc}\s*)?(\d+|\d{1,3}(?:,\d{3})+)(\.\d{1,2})?(?:\s*\p{Sc})?$/u;

/** A comma before the cents, where nothing else could be meant by it: a group of thousands has three digits. */
const withCommaBeforeCents = /^(\P{Nd}*\d+),(\d\d)(\P{Nd}*)$/u;

/** `1.234,50`, `12,5`: a comma before what may be cents. */
const perhapsCents = /^(\d[\d. ]*),(\d{1,2})$/;

function refusal(text: string) {
  const [, whole, cents] = perhapsCents.exec(text.trim()) ?? [];
  const meant = whole === undefined ? undefined : `${whole.replace(/\D/g, "")}.${cents}`;
  const how = meant === undefined ? "Write it like 12.50 or 1,234.50." : `Write it like ${meant}.`;
  return usageError(`Amount "${text}" is not money.`, how);
}

/**
 * An amount as people write it: `12`, `12.5`, `12,50`, `1,234.50`, `$12.50`, `₦1,200`.
 * @returns whole cents
 * @throws CliError usage
 */
export function parseAmount(text: string): number {
  const match = pattern.exec(text.trim().replace(withCommaBeforeCents, "$1.$2$3"));
  if (!match) throw refusal(text);
  const [, whole = "", cents = ""] = match;
  const decimal = parseDecimal(whole.replaceAll(",", "") + cents);
  const amountCents = decimal && decimal.digits.length < 16 ? decimalToCents(decimal) : Infinity;
  if (amountCents < minAmountCents || amountCents > maxAmountCents) {
    const [least, most] = [minAmountCents, maxAmountCents].map(groupedText);
    throw usageError(`Amount "${text}" is out of range.`, `Write one from ${least} to ${most}.`);
  }
  return amountCents;
}
