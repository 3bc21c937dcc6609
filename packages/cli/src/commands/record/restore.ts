import type { Command } from "@commander-js/extra-typings";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { printable } from "../../terminal/printable.ts";
import { noteNew, noteUncertain } from "../../undo/note-change.ts";
import { withExamples } from "../../help/examples.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";
import { askId, givenId } from "./which-record.ts";

export function restoreCommand<Wire extends AnyRecord>(
  command: Command,
  cli: Cli,
  noun: RecordNoun<Wire>,
) {
  const { name, prefix } = noun;
  command.argument("[id]", `the ${name}'s id`).action(async (id) => {
    const known = givenId(cli, noun, "restore", id);
    const connection = await cli.connect();
    const api = noun.api(connection);
    // Records in the trash can't be fetched one by one, so a wrong id is reported only when restoring.
    const recordId = known ?? (await askId(cli, noun, connection, "trash", async () => undefined));
    await loadLabels(cli, connection);
    const record = await noteUncertain(cli, connection, `restoring ${name} ${recordId}`, () =>
      api.restore(recordId),
    );
    await noteNew(cli, connection, "restore", [name, record]);
    cli.report(
      record,
      `Restored ${printable(noun.summary(labelled(connection, record), connection.money))}`,
    );
  });
  withExamples(command, [
    [`Restore ${name} 12`, `${prefix} restore 12`],
    ["See what can be restored", `${prefix} list --deleted`],
  ]);
}
