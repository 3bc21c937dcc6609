import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { addLine, ruleText } from "./rule-text.ts";

export function rmCommand(command: Command, cli: Cli) {
  command.argument("<id...>", "the ids of the rules").action(async (ids) => {
    const removed = await cli.rules.remove([...new Set(ids.map(parseRecordId))]);
    cli.report(removed, removed.map((rule) => `Removed ${ruleText(rule)}`).join("\n"));
    for (const rule of removed) cli.note(`To add it again, at the end: ${addLine(rule)}`);
  });
  withExamples(command, [
    ["Remove rule 2", "outlay rules rm 2"],
    ["Remove two at once", "outlay rules rm 2 3"],
  ]);
}
