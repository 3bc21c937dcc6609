import type { Command } from "@commander-js/extra-typings";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { details } from "../../terminal/details.ts";
import { withExamples } from "../../help/examples.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";
import { askId, givenId } from "./which-record.ts";

export function showCommand<Wire extends AnyRecord>(
  command: Command,
  cli: Cli,
  noun: RecordNoun<Wire>,
) {
  const { name, prefix } = noun;
  command.argument("[id]", `the ${name}'s id`).action(async (id) => {
    const known = givenId(cli, noun, "show", id);
    const connection = await cli.connect();
    const recordId = known ?? (await askId(cli, noun, connection));
    const record = await noun.api(connection).find(recordId);
    await loadLabels(cli, connection);
    cli.show(record, () =>
      details(noun.details(labelled(connection, record), connection.money), cli.io.columns),
    );
  });
  withExamples(command, [
    [`Show everything about ${name} 12`, `${prefix} show 12`],
    ["Print it for a program", `${prefix} show 12 --json`],
  ]);
}
