import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { printable } from "../../terminal/printable.ts";
import { removeNoted } from "../../undo/note-change.ts";
import { confirmRemoval } from "./confirm-removal.ts";
import { withExamples } from "../../help/examples.ts";
import type { AnyRecord, RecordNoun } from "./record-noun.ts";
import { askId, givenId } from "./which-record.ts";

const words = { verb: "Remove", doing: "Removing", done: "removed" };

export function rmCommand<Wire extends AnyRecord>(
  command: Command,
  cli: Cli,
  noun: RecordNoun<Wire>,
) {
  const { name, prefix } = noun;
  command
    .argument("[id...]", `the ids of the ${name}s`)
    .option("-y, --yes", "remove without asking")
    .action(async (ids, { yes }) => {
      const [id, ...others] = ids;
      const known = givenId(cli, noun, "rm", id);
      const otherIds = others.map(parseRecordId);
      const connection = await cli.connect();
      const firstId = known ?? (await askId(cli, noun, connection));
      const recordIds = [...new Set([firstId, ...otherIds])];
      const api = noun.api(connection);
      // All records must exist before the first one is removed.
      const records: Wire[] = [];
      for (const each of recordIds) records.push(await api.find(each));
      await loadLabels(cli, connection);
      const lines = records.map((record) =>
        printable(noun.summary(labelled(connection, record), connection.money)),
      );
      if (!yes) await confirmRemoval(cli, lines, words);
      await removeNoted(cli, connection, noun, records);
      cli.report(records, lines.map((line) => `Removed ${line}`).join("\n"));
      cli.note(`To restore it within 30 days: ${prefix} restore ${firstId}`);
    });
  withExamples(command, [
    [`Remove ${name} 12, after a question`, `${prefix} rm 12`],
    ["Remove two at once, without being asked", `${prefix} rm 12 13 --yes`],
  ]);
}
