import { decimalToExactCents } from "@outlay/shared";

/**
 * Returns the cents of decimal text, such as an expected amount.
 * @throws Error if it isn't whole cents, so that a wrong expectation can't pass by being cut off
 */
export function asCents(decimal: string): bigint {
  const [, written] = /^(-?\d+(?:\.\d{1,2})?)0*$/.exec(decimal) ?? [];
  if (written === undefined) {
    throw new Error(`"${decimal}" isn't an amount with at most two decimals`);
  }
  return decimalToExactCents(written);
}
