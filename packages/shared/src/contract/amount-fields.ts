/** Amounts in request bodies and in answers. The messages are the recorded application's, as in `fields.ts`. */
import * as v from "valibot";
import {
  centsToNumber,
  decimalToCents,
  maxAmountCents,
  minAmountCents,
  parseDecimal,
} from "../money.ts";
import { trimmed } from "./fields.ts";

const notANumber = "A valid number is required.";
const maxDigits = 12;
const maxPlaces = 2;
const maxAmountLength = 1000;

const fault = (message: string) => ({ fault: message });

/** Returns an amount's cents, or the first rule that it breaks. Its digits count as they are written. */
function readAmount(amount: string): { cents: number } | { fault: string } {
  if (amount.length > maxAmountLength) return fault("String value too large.");
  const decimal = parseDecimal(amount);
  if (!decimal) return fault(notANumber);
  const places = Math.max(0, -decimal.exponent);
  const wholeDigits = Math.max(0, decimal.digits.length + decimal.exponent);
  if (Math.max(wholeDigits + places, places) > maxDigits) {
    return fault(`Ensure that there are no more than ${maxDigits} digits in total.`);
  }
  if (places > maxPlaces) {
    return fault(`Ensure that there are no more than ${maxPlaces} decimal places.`);
  }
  if (wholeDigits > maxDigits - maxPlaces) {
    return fault(
      `Ensure that there are no more than ${maxDigits - maxPlaces} digits before the decimal point.`,
    );
  }
  const cents = decimalToCents(decimal);
  return cents < minAmountCents
    ? fault("Ensure this value is greater than or equal to 0.01.")
    : { cents };
}

/**
 * Uses the format `decimal`, which is registered for numbers with fixed decimal places. Validators can't check
 * `multipleOf: 0.01` reliably, because 0.01 is not exact in binary.
 */
export const decimalShape = { type: "number", format: "decimal" } as const;
const amountShape = {
  ...decimalShape,
  minimum: centsToNumber(minAmountCents),
  maximum: centsToNumber(maxAmountCents),
} as const;
const writtenAmountShape = { type: "string", pattern: String.raw`^\d{1,10}(\.\d{1,2})?$` } as const;

/** The JSON Schema of amounts that a list is filtered by. */
export const comparedAmountShape = { ...amountShape, minimum: 0 } as const;

/** Accepts a JSON number or numeric text, and returns whole cents. */
export const amountCents = () =>
  v.pipe(
    v.union([v.number(), v.string()], notANumber),
    v.metadata({ anyOf: [amountShape, writtenAmountShape] }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      // The shortest text of a double has every digit that was sent, up to 15 digits.
      const read = readAmount(trimmed(String(dataset.value)));
      if ("cents" in read) return read.cents;
      addIssue({ message: read.fault });
      return NEVER;
    }),
  );

/** Returns the cents of an amount to filter by, which may be 0, or undefined if the text is not an amount. */
export function comparedCents(written: string): number | undefined {
  if (/^0+(\.0{1,2})?$/.test(written)) return 0;
  const read = readAmount(written);
  return "cents" in read ? read.cents : undefined;
}

/** An amount as the API returns it: a JSON number with at most two decimal places. */
export const wireAmount = () =>
  v.pipe(
    v.number(),
    v.check((amount) => "cents" in readAmount(String(amount))),
    v.metadata(amountShape),
  );

/** A sum of amounts as the API returns it: a JSON number with at most two decimal places, possibly negative. */
export const wireSum = () =>
  v.pipe(
    v.number(),
    v.check((sum) => (parseDecimal(String(sum))?.exponent ?? -Infinity) >= -maxPlaces),
    v.metadata(decimalShape),
  );
