import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { details } from "../../terminal/details.ts";
import { withExamples } from "../../help/examples.ts";
import { contentsOf } from "./batch-contents.ts";

const some = (name: string, count: number) => (count > 0 ? [[name, String(count)] as const] : []);

export function showCommand(command: Command, cli: Cli) {
  command.argument("<id>", "its id").action(async (id) => {
    const { imports } = await cli.connect();
    const batch = await imports.find(parseRecordId(id));
    const { keptCount, editedCount, inTrashCount } = await contentsOf(imports, batch.id);
    cli.show(batch, () =>
      details(
        [
          ["id", String(batch.id)],
          ["from", batch.source],
          ["when", batch.created_at],
          ["expenses", String(keptCount)],
          ...some("edited", editedCount),
          ...some("in trash", inTrashCount),
        ],
        cli.io.columns,
      ),
    );
  });
  withExamples(command, [
    ["Show one import", "outlay import show 3"],
    ["Print it for a program", "outlay import show 3 --json"],
  ]);
}
