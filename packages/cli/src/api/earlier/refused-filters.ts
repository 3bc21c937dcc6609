/** Filters that a server of an earlier version refuses, because it doesn't know them. */
import { CliError } from "../../errors/cli-error.ts";
import type { ApiAnswer } from "../../backend/backend.ts";
import { parseJson } from "../parse-json.ts";
import type { SendAuthorized } from "../session.ts";

const addedFilters = ["kind", "account", "currency", "confirmed", "description"] as const;

const unknownParameter = "There is no such parameter.";

function refusedFilters(answer: ApiAnswer, asked: URLSearchParams): string[] {
  const fields = answer.status === 400 ? parseJson(answer.body) : undefined;
  if (typeof fields !== "object" || fields === null) return [];
  return addedFilters.filter(
    (name) =>
      asked.has(name) &&
      JSON.stringify((fields as Record<string, unknown>)[name]) ===
        JSON.stringify([unknownParameter]),
  );
}

/** Whether kinds select everything that a server without kinds has, which is expenses. */
const hasExpenses = (kinds: readonly string[]): boolean =>
  kinds.includes("EXPENSE") || kinds.includes("any");

/**
 * Asks a server of an earlier version without kinds, if that gives the same list, since it has expenses only.
 * @throws CliError unexpected_answer if the server can't select what is asked for
 */
export const withKnownFilters =
  (send: SendAuthorized): SendAuthorized =>
  async (request) => {
    const answer = await send(request);
    const start = request.path.indexOf("?");
    if (answer.status !== 400 || start < 0) return answer;
    const asked = new URLSearchParams(request.path.slice(start));
    const [filter, another] = refusedFilters(answer, asked);
    if (filter === undefined) return answer;
    if (filter === "kind" && another === undefined && hasExpenses(asked.getAll("kind"))) {
      asked.delete("kind");
      return send({ ...request, path: `${request.path.slice(0, start)}?${asked.toString()}` });
    }
    throw new CliError(
      "unexpected_answer",
      `The server is of an earlier version: it can't select by ${another ?? filter}.`,
      { hint: "Update the server, or leave out the filter." },
    );
  };
