/** Filters that a server of an earlier version doesn't know: it ignores them, and answers with too much. */
import { CliError } from "../errors/cli-error.ts";

/** All records of a server of an earlier version are expenses. */
const changesNothing = (kinds: readonly string[]): boolean =>
  kinds.length === 0 || kinds.includes("EXPENSE") || kinds.includes("any");

function newFilters(parameters: URLSearchParams): string[] {
  const names = ["account", "currency", "confirmed"].filter((name) => parameters.has(name));
  // A text that is looked for in both is found in the description by any server.
  const isSearch = parameters.has("description") && !parameters.has("q");
  return [
    ...(changesNothing(parameters.getAll("kind")) ? [] : ["kind"]),
    ...names,
    ...(isSearch ? ["description"] : []),
  ];
}

/**
 * @param isKnowing whether the answer shows that the server knows the filters
 * @throws CliError unexpected_answer
 */
export function requireFiltered(parameters: URLSearchParams, isKnowing: () => boolean): void {
  const [filter] = newFilters(parameters);
  if (filter === undefined || isKnowing()) return;
  throw new CliError(
    "unexpected_answer",
    `The server is of an earlier version: it can't select by ${filter}, and answered with everything.`,
    { hint: "Update the server, or leave out the filter." },
  );
}

/** @throws CliError unexpected_answer for a list of expenses that a server didn't filter as it was asked to */
export function requireFilteredList(path: string, body: string): void {
  const parameters = new URLSearchParams(path.slice(path.indexOf("?") + 1));
  // The quotes of a description with this text are escaped.
  requireFiltered(parameters, () => body.includes('"kind":') || !body.includes('"id":'));
}
