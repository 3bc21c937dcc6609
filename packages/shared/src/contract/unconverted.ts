/** Sums of amounts that are left out of totals because their currency has no rate. */
import * as v from "valibot";
import { wireSum } from "./amount-fields.ts";
import { jsonNumber, writtenCents } from "./exact-sums.ts";
import { wireCount } from "./fields.ts";

/** The sum of the amounts in one currency as the API returns it. */
export const unconvertedSum = v.object({
  currency: v.string(),
  /** The sum in that currency, with refunds as negative amounts. */
  total: wireSum(),
  count: wireCount(),
});

export interface ExactUnconverted {
  currency: string;
  total: bigint;
  count: number;
}

/** Reads a sum whose digits are written as text. */
export const readUnconverted = () =>
  v.object({ currency: v.string(), total: writtenCents(), count: v.number() });

/** Writes sums as the API's JSON. */
export const writeUnconverted = (sums: readonly ExactUnconverted[]): string =>
  `[${sums
    .map(
      ({ currency, total, count }) =>
        `{"currency":${JSON.stringify(currency)},"total":${jsonNumber(total)},"count":${count}}`,
    )
    .join(",")}]`;
