import { usageError } from "../errors/cli-error.ts";
import { similarTo } from "./similar.ts";

/**
 * Returns the option that the text names, in any case, or that it is the only one to begin with.
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
  if (wanted !== "" && matches.length > 1) {
    const several = matches.join(" or ").toLowerCase();
    throw usageError(`${what} "${text}" could be ${several}.`, `Write one of ${list}.`);
  }
  const similar = similarTo(wanted, options)?.toLowerCase();
  throw usageError(
    `${what} "${text}" is unknown.`,
    similar === undefined
      ? `Write one of ${list}, or its first letters.`
      : `Did you mean ${similar}? Write one of ${list}, or its first letters.`,
  );
}
