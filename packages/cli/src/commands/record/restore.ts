import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../examples.ts";
import { noteNew } from "../../undo/note-change.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";

export function restoreCommand<Wire extends AnyRecord>(
  command: Command,
  cli: Cli,
  noun: RecordNoun<Wire>,
) {
  const { name, prefix } = noun;
  command.argument("<id>", `the ${name}'s id`).action(async (id) => {
    const recordId = parseRecordId(id);
    const connection = await cli.connect("restore");
    const record = await noun.api(connection).restore(recordId);
    await noteNew(cli, connection, "restore", [name, record]);
    cli.report(record, `Restored ${printable(noun.summary(record, connection.money))}`);
  });
  withExamples(command, [
    [`Bring ${name} 12 back`, `${prefix} restore 12`],
    ["See what can be brought back", `${prefix} list --deleted`],
  ]);
}
