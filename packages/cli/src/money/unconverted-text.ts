/** Tells which amounts are left out of sums because their currency has no rate. */
import { foreignMoney } from "../terminal/amounts.ts";
import { printable } from "../terminal/printable.ts";

/** A sum of amounts that no rate converts. */
export interface Unconverted {
  currency: string;
  cents: number | bigint;
}

/** `30.00 USD, 1,200 JPY`: sums of the same currency are added up. */
export function sumsText(sums: readonly Unconverted[]): string {
  const byCurrency = new Map<string, bigint>();
  for (const { currency, cents } of sums) {
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0n) + BigInt(cents));
  }
  const texts = [...byCurrency].map(([currency, cents]) => foreignMoney(currency).ofCents(cents));
  return printable(texts.join(", "));
}

/**
 * @param what the amounts that are left out
 * @param day the day from which a rate is wanted, if it is another one than today
 */
export function notIncluded(what: string, currency: string, day?: string): string {
  const from = day === undefined ? "" : ` ${day}`;
  return `Not included, for lack of a rate: ${what}.\nSet one with: ${printable(`outlay rate set ${currency} RATE${from}`)}`;
}

/** Tells the amounts and how to set a rate for them; undefined if there are none. */
export function unconvertedText(sums: readonly Unconverted[], day?: string): string | undefined {
  const [first] = sums;
  return first && notIncluded(sumsText(sums), first.currency, day);
}
