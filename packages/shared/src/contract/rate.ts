import * as v from "valibot";
import { maxRateDigits, maxRatePlaces, parseRate, rateText } from "../exchange-rate.ts";
import { calendarDate, currencyCode, trimmed, wireDay } from "./fields.ts";

export const ratesPath = "/rates/";

/** The maximum number of rates in a call. */
export const maxRatesInCall = 10_000;
export const maxRatesBodyBytes = 4 * 1024 * 1024;

const notARate = `A positive number is required, with at most ${maxRateDigits} digits before the decimal point and ${maxRatePlaces} after it.`;

const writtenRate = {
  type: "string",
  pattern: String.raw`^\d{1,${maxRateDigits}}(\.\d{1,${maxRatePlaces}})?$`,
} as const;

/** Accepts a JSON number or numeric text, and returns the rate as text without zeros at its end. */
const rate = () =>
  v.pipe(
    v.union([v.number(), v.string()], notARate),
    v.metadata({ anyOf: [writtenRate, { type: "number", exclusiveMinimum: 0 }] }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      // The shortest text of a double has every digit that was sent, up to 15 digits.
      const units = parseRate(trimmed(String(dataset.value)));
      if (units !== undefined) return rateText(units);
      addIssue({ message: notARate });
      return NEVER;
    }),
  );

/** The body of `PUT /rates/<code>/<day>/`. */
export const rateInput = v.object({ rate: rate() });

/** A rate in the list of `POST /rates/`. */
export const listedRate = v.object({
  currency: currencyCode(),
  date: calendarDate(),
  rate: rate(),
});
export type ListedRate = v.InferOutput<typeof listedRate>;

/** The body of `POST /rates/`; each rate is validated by itself. */
export const ratesInput = v.object({
  rates: v.pipe(
    v.array(v.unknown(), "Expected a list of rates."),
    v.maxLength(maxRatesInCall, `Ensure there are no more than ${maxRatesInCall} rates in a call.`),
    v.metadata({ itemSchema: listedRate }),
  ),
});

/**
 * A rate as the API returns it: the number of units of the home currency that one unit of `currency` is, from `date`
 * until the next entry. It is text, because a JSON number can't keep all digits.
 */
export const wireRate = v.object({
  currency: v.string(),
  date: wireDay(),
  rate: v.pipe(v.string(), v.metadata({ pattern: writtenRate.pattern })),
});
export type WireRate = v.InferOutput<typeof wireRate>;

/** The answer to `POST /rates/`. */
export const storedRates = v.object({ stored: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) });
export type StoredRates = v.InferOutput<typeof storedRates>;
