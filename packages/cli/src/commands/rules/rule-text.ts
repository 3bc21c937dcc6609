import { commandLine } from "@outlay/files";
import { printable } from "../../terminal/printable.ts";
import { tagsText } from "../expense/tags-text.ts";
import type { Rule } from "@outlay/import";

type Given = Pick<Rule, "category" | "tags">;

/** The category and tags that a rule sets: `DATA  #tv`. */
export const givenText = ({ category, tags }: Given): string =>
  [category, tagsText(tags)].filter((part) => part !== "").join("  ");

/** Describes a rule on one line, in reports of changes and matches. */
export const ruleText = (rule: Rule): string =>
  printable(`rule ${rule.id}: ${rule.pattern}  ${givenText(rule)}`);

/** The command line that adds the rule. */
export function addLine({ pattern, category, tags }: Rule): string {
  const labels = tags.length === 0 ? [] : ["-t", ...tags];
  return printable(
    commandLine("outlay", "rules", "add", pattern, category.toLowerCase(), ...labels),
  );
}
