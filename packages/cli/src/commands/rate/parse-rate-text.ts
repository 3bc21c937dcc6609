import { maxRateDigits, maxRatePlaces, parseRate, rateText } from "@outlay/shared";
import { usageError } from "../../errors/cli-error.ts";

/** Reads a rate as people write it, `0.92` or `0,92`, and returns its digits. @throws CliError usage */
export function parseRateText(text: string): string {
  const written = text.trim();
  // A comma before three digits could separate thousands, and a rate that is off by a thousand is worse than a question.
  const isUnclear = /^\d{1,3},\d{3}$/.test(written) && !written.startsWith("0");
  const units = isUnclear ? undefined : parseRate(written.replace(/^(\d+),(\d+)$/, "$1.$2"));
  if (units !== undefined) return rateText(units);
  throw usageError(
    `Rate "${text}" is not a positive number of at most ${maxRateDigits} digits before the point and ${maxRatePlaces} after it.`,
    "Write how many units of your home currency one unit is worth, like 0.92.",
  );
}
