import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { compileRules } from "@outlay/import";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import { ruleText } from "./rule-text.ts";

export function testCommand(command: Command, cli: Cli) {
  command.argument("<text...>", "the description").action(async (words) => {
    const text = words.join(" ");
    const rule = compileRules(await cli.rules.read())(text);
    cli.show({ rule: rule ?? null }, () => (rule ? `${ruleText(rule)}\n` : ""));
    if (!rule) cli.note(`No rule matches "${printable(text)}".`);
  });
  withExamples(command, [
    ["See what a line from the bank would get", 'outlay rules test "NETFLIX  International B.V."'],
    ["Print it for a program", "outlay rules test Uber Eats --json"],
  ]);
}
