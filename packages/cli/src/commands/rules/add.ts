import type { Command } from "@commander-js/extra-typings";
import { expenseCategories } from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import type { Cli } from "../../cli.ts";
import { parsePattern } from "@outlay/import";
import { hidingRule } from "../../rules/rule-list.ts";
import { parseRuleTags } from "../../rules/rule-tags.ts";
import { withExamples } from "../../help/examples.ts";
import { addLine, givenText, ruleText } from "./rule-text.ts";

/** @throws CliError usage, ImportRefusal bad_pattern */
function parseRule(pattern: string, category: string, tags: readonly string[]) {
  parsePattern(pattern);
  return {
    pattern: pattern.trim(),
    category: parseChoice("Category", category, expenseCategories),
    tags: parseRuleTags(tags),
  };
}

export function addCommand(command: Command, cli: Cli) {
  command
    .argument(
      "<pattern>",
      "text in any case, quoted if it has blanks; * for anything; or a regular expression, /…/",
    )
    .argument("<category>", `one of ${expenseCategories.join(", ").toLowerCase()}`)
    .option("-t, --tag <tag...>", "labels to add")
    .action(async (pattern, category, { tag = [] }) => {
      const { list, rule, former } = await cli.rules.put(parseRule(pattern, category, tag));
      const text = ruleText(rule);
      cli.report(rule, former ? `Changed ${text}, before ${givenText(former)}` : `Added ${text}`);
      const hiding = hidingRule(list, rule);
      if (!hiding) return;
      cli.warn(
        `It will never apply, because ${ruleText(hiding)} comes before it and matches everything that it does.`,
      );
      cli.note(
        `To move that rule to the end: outlay rules rm ${hiding.id}, and then ${addLine(hiding)}`,
      );
    });
  withExamples(command, [
    ["Match any description with netflix in it", "outlay rules add netflix data -t tv"],
    ["Match several words, with anything between them", 'outlay rules add "uber*eats" food'],
    ["Match a regular expression", "outlay rules add '/^(uber|bolt)\\b/' transport"],
  ]);
}
