import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";
import { tagsText } from "../expense/tags-text.ts";

const columns = [
  { title: "ID", align: "right" },
  { title: "PATTERN", isFlexible: true },
  { title: "CATEGORY" },
  { title: "TAGS", isFlexible: true },
] as const;

const nothingYet = "No rules yet. Add one: outlay rules add netflix data";

export function listCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const rules = await cli.rules.read();
    const rows = rules.map(({ id, pattern, category, tags }) => [
      String(id),
      pattern,
      category,
      tagsText(tags),
    ]);
    cli.show(rules, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
    if (rows.length === 0) cli.note(nothingYet);
  });
  withExamples(command, [
    ["List all of them", "outlay rules list"],
    ["Print them for a program", "outlay rules list --json"],
  ]);
}
