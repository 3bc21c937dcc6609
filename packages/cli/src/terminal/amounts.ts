/** Formats amounts for people. */
import { centsToText, currencyPlaces, numberToText } from "@outlay/shared";

const grouped = (text: string) => text.replace(/\B(?=(?:\d{3})+\.)/g, ",");

/** `123450` cents → `1,234.50`. */
export const groupedText = (amountCents: number | bigint): string =>
  grouped(centsToText(amountCents));

/** Formats amounts, bare or in a currency. */
export interface Money {
  ofCents: (amountCents: number | bigint) => string;
  /** @param amount the wire's number */
  ofWire: (amount: number) => string;
}

/** `1,234.50` */
export const bareMoney: Money = {
  ofCents: groupedText,
  ofWire: (amount) => grouped(numberToText(amount)),
};

/** `30.00 USD`, `1,200 JPY`: an amount in another currency than the user's own. */
export function foreignMoney(currency: string): Money {
  const ofText = (text: string) =>
    `${currencyPlaces(currency) === 0 ? text.replace(/\.00$/, "") : text} ${currency}`;
  return {
    ofCents: (amountCents) => ofText(bareMoney.ofCents(amountCents)),
    ofWire: (amount) => ofText(bareMoney.ofWire(amount)),
  };
}

// Intl formats decimal text exactly, digit by digit; its types still demand a number.
const asDecimal = (text: string) => text as unknown as number;

/**
 * Writes amounts like `₦1,234.50`. Decimals are left out if neither the currency nor the amount has them.
 * @param currency an ISO 4217 code
 */
export function moneyIn(currency: string | undefined): Money {
  if (currency === undefined) return bareMoney;
  const format = (minimumFractionDigits: number) =>
    new Intl.NumberFormat("en", {
      style: "currency",
      currency,
      currencyDisplay: "narrowSymbol",
      minimumFractionDigits,
      maximumFractionDigits: 2,
    });
  const usual = new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions();
  const whole = format(Math.min(2, usual.minimumFractionDigits ?? 2));
  const withCents = format(2);
  const ofText = (text: string) =>
    (text.endsWith(".00") ? whole : withCents).format(asDecimal(text)).replaceAll("\u00A0", " ");
  return {
    ofCents: (amountCents) => ofText(centsToText(amountCents)),
    ofWire: (amount) => ofText(numberToText(amount)),
  };
}
