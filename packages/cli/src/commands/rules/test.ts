import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../examples.ts";
import { ruleText } from "./rule-text.ts";

export function testCommand(cli: Cli) {
  const command = new Command("test")
    .description("Tell which rule a description gets, if any.")
    .argument("<text...>", "the description")
    .action(async (words) => {
      const text = words.join(" ");
      const rule = compileRules(await cli.rules.read())(text);
      cli.show({ rule: rule ?? null }, () => (rule ? `${ruleText(rule)}\n` : ""));
      if (!rule) cli.note(`No rule matches "${printable(text)}".`);
    });
  return withExamples(command, [
    ["What a line of the bank's would get", 'outlay rules test "NETFLIX  International B.V."'],
    ["The same for a program", "outlay rules test Uber Eats --json"],
  ]);
}
