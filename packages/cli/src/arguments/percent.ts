import { usageError } from "../errors/cli-error.ts";

/**
 * Reads a share in whole percent as people write it: `80%`, `80 %`, `80`.
 * @throws CliError usage; also for 0.8, which is ambiguous
 */
export function parsePercent(what: string, text: string): number {
  const digits = /^(\d{1,4}) ?%?$/.exec(text.trim())?.[1];
  if (digits !== undefined && Number(digits) > 0) return Number(digits);
  throw usageError(
    `${what} "${text}" is not a whole percentage above 0.`,
    "Write it like 80% or 100%.",
  );
}
