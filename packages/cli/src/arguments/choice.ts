import { usageError } from "../errors/cli-error.ts";

/**
 * One of a list in any case, or the beginning of just one of them.
 * @throws CliError usage
 */
export function parseChoice<Option extends string>(
  what: string,
  text: string,
  options: readonly Option[],
): Option {
  const wanted = text.trim().toLowerCase();
  const exact = options.find((option) => option.toLowerCase() === wanted);
  if (exact) return exact;
  const matches = options.filter((option) => option.toLowerCase().startsWith(wanted));
  const [match] = matches;
  if (wanted !== "" && match && matches.length === 1) return match;
  const list = options.join(", ").toLowerCase();
  const problem =
    wanted !== "" && matches.length > 1
      ? `could be ${matches.join(" or ").toLowerCase()}`
      : "is unknown";
  throw usageError(`${what} "${text}" ${problem}.`, `Write one of ${list}, or how it begins.`);
}
