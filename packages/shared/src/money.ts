/**
 * Inside Outlay, money is always a whole number of cents. Text is converted to cents by its digits, so no amount is
 * ever calculated in binary floating point.
 */

/** The smallest and largest amount of a record, in cents: 0.01 and 9,999,999,999.99. */
export const minAmountCents = 1;
export const maxAmountCents = 999_999_999_999;

/** A decimal number, `digits × 10^exponent`. The digits are as written, including trailing zeros. */
export interface Decimal {
  isNegative: boolean;
  digits: string;
  exponent: number;
}

const decimalPattern = /^([+-])?(?:(\d+)\.?(\d*)|\.(\d+))(?:[eE]([+-]?\d+))?$/;

const leadingZeros = /^0+(?=\d)/;

/** Reads a plain or scientific decimal (`12`, `-0.50`, `.5`, `1e3`); undefined for other text. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = decimalPattern.exec(text);
  if (!match) return undefined;
  const [, sign, whole = "", fraction = "", bareFraction = "", power = "0"] = match;
  const fractionDigits = fraction || bareFraction;
  return {
    isNegative: sign === "-",
    digits: (whole + fractionDigits).replace(leadingZeros, ""),
    exponent: Number(power) - fractionDigits.length,
  };
}

/** The cents of a decimal with at most two places. The caller has checked places and size. */
export function decimalToCents({ isNegative, digits, exponent }: Decimal): number {
  const cents = Number(digits + "0".repeat(exponent + 2));
  return isNegative ? -cents : cents;
}

/** `"12.5"` → `1250n`. Accepts any number of digits, with up to two decimal places. */
export function decimalToExactCents(text: string): bigint {
  const [whole = "", places = ""] = text.split(".");
  return BigInt(whole + places.padEnd(2, "0"));
}

/** `1250` → `"12.50"`. */
export function centsToText(cents: number | bigint): string {
  const digits = String(cents).replace("-", "").padStart(3, "0");
  return `${cents < 0 ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * `1250` → `12.5`, the JSON number on the wire. It is exact up to 15 digits, which a double keeps;
 * an amount has at most 12. A larger sum becomes the nearest double.
 */
export function centsToNumber(cents: number | bigint): number {
  return Number(centsToText(cents));
}

/** `12.5` → `1250`, from the wire's JSON number back to cents. */
export function numberToCents(amount: number): number {
  const decimal = parseDecimal(String(amount));
  if (!decimal || decimal.exponent < -2) throw new RangeError(`${amount} is not a number of cents`);
  return decimalToCents(decimal);
}

/** `12.5` → `"12.50"`, from the wire's JSON number to text with two places. */
export const numberToText = (amount: number): string => centsToText(numberToCents(amount));
