import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";

const columns = [
  { title: "NAME" },
  { title: "ACCOUNT" },
  { title: "COLUMNS", isFlexible: true },
] as const;

export function formatsCommand(command: Command, cli: Cli) {
  command.option("--remove <name>", "remove a saved format").action(async ({ remove }) => {
    const { formatsFile } = await import("../../import/formats-file.ts");
    const file = formatsFile(cli.configFolder);
    if (remove !== undefined) {
      await file.remove(remove);
      cli.report({ removed: remove }, `Removed the format ${remove}.`);
      return;
    }
    const formats = await file.read();
    const rows = formats.map(({ name, account, columns: names }) => [
      name,
      account ?? "",
      names.some((column) => column !== "") ? names.join(", ") : `${names.length} without names`,
    ]);
    cli.show(formats, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
    if (rows.length === 0) cli.note("No formats yet. Save one: outlay import FILE --save-as NAME");
  });
  withExamples(command, [
    ["List all of them", "outlay import formats"],
    ["Remove one", "outlay import formats --remove giro"],
  ]);
}
