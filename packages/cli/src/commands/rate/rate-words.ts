import type { WireRate } from "@outlay/shared";

/** `1 USD is 0.92 EUR`; without a home currency, `1 USD is 0.92`. */
export const rateWords = (
  { currency, rate }: Pick<WireRate, "currency" | "rate">,
  home: string | undefined,
): string => `1 ${currency} is ${rate}${home === undefined ? "" : ` ${home}`}`;
