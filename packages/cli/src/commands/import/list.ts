import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";

const columns = [
  { title: "ID", align: "right" },
  { title: "WHEN" },
  { title: "EXPENSES", align: "right" },
  { title: "FROM", isFlexible: true },
] as const;

export function listCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { imports } = await cli.connect();
    // Imports without any expenses have nothing to show or revert. A key that may only import leaves such
    // imports behind, because only the server can tell which rows are new.
    const batches = (await imports.list()).filter(({ created }) => created > 0);
    const rows = batches.map(({ id, created_at, created, source }) => [
      String(id),
      created_at.slice(0, 16).replace("T", " "),
      String(created),
      source,
    ]);
    cli.show(batches, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
    if (rows.length === 0) cli.note("No imports yet. Import a bank's CSV: outlay import FILE");
  });
  withExamples(command, [
    ["List all of them (times are UTC)", "outlay import list"],
    ["Print them for a program", "outlay import list --json"],
  ]);
}
