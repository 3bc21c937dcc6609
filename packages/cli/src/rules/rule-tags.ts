import { tags } from "@outlay/shared";
import * as v from "valibot";
import { parseTags } from "../arguments/tags.ts";
import { usageError } from "../errors/cli-error.ts";

/** Parses a rule's tags. The server checks tags only once an expense has them. @throws CliError usage */
export function parseRuleTags(words: readonly string[]): string[] {
  const labels = parseTags(words);
  const result = v.safeParse(tags(), labels);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const wrong = labels[Number(v.getDotPath(issue))];
  throw usageError(
    wrong === undefined ? issue.message : `Tag "${wrong}" can't be used. ${issue.message}`,
    "Write them like -t tv home.",
  );
}
