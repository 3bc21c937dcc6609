import type { Command } from "@commander-js/extra-typings";
import { expenseCategories } from "@outlay/shared";
import { categoryKeyOrNew } from "../../arguments/category.ts";
import { wholeBuiltIn } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import { parsePattern } from "@outlay/import";
import { hidingRule } from "../../rules/rule-list.ts";
import { parseRuleTags } from "../../rules/rule-tags.ts";
import { withExamples } from "../../help/examples.ts";
import { addLine, givenText, ruleText } from "./rule-text.ts";

/** @throws CliError usage, ImportRefusal bad_pattern */
async function parseRule(cli: Cli, pattern: string, word: string, tags: readonly string[]) {
  parsePattern(pattern);
  const parsed = { pattern: pattern.trim(), tags: parseRuleTags(tags) };
  const category = wholeBuiltIn(word, "expense") ?? (await lookUp(cli, word));
  return { pattern: parsed.pattern, category, tags: parsed.tags };
}

/** Asks the server for a category of the user's own. @throws CliError usage */
async function lookUp(cli: Cli, word: string): Promise<string> {
  const { categories } = await cli.connect();
  const asking = { prompts: cli.prompts, say: (text: string) => cli.say(text) };
  return categoryKeyOrNew(asking, categories, word);
}

export function addCommand(command: Command, cli: Cli) {
  command
    .argument(
      "<pattern>",
      "text in any case, quoted if it has blanks; * for anything; or a regular expression, /…/",
    )
    .argument("<category>", `${expenseCategories.join(", ").toLowerCase()}, or one of your own`)
    .option("-t, --tag <tag...>", "labels to add")
    .action(async (pattern, category, { tag = [] }) => {
      const { list, rule, former } = await cli.rules.put(
        await parseRule(cli, pattern, category, tag),
      );
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
