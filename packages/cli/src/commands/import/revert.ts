import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { noteReverted, noteUncertain } from "../../undo/note-change.ts";
import { withExamples } from "../../help/examples.ts";
import { contentsOf, contentsText } from "./batch-contents.ts";

export function revertCommand(command: Command, cli: Cli) {
  command
    .argument("<id>", "its id")
    .option("-y, --yes", "revert without asking")
    .action(async (id, { yes }) => {
      const connection = await cli.connect();
      const { imports } = connection;
      const batch = await imports.find(parseRecordId(id));
      if (!yes) {
        if (!cli.prompts) {
          throw usageError(
            "Reverting needs confirmation.",
            "Add --yes to revert without being asked.",
          );
        }
        const what = contentsText(await contentsOf(imports, batch.id));
        const question = `Remove ${what} from ${printable(batch.source)} for good?`;
        if (!(await cli.prompts.confirm(question))) {
          throw new CliError("interrupted", "Nothing was removed.");
        }
      }
      const deleted = await noteUncertain(cli, connection, `reverting import ${batch.id}`, () =>
        imports.revert(batch.id),
      );
      await noteReverted(cli, connection, batch);
      cli.report(
        { id: batch.id, deleted },
        `Removed ${counted(deleted, "expense")} of import ${batch.id}.`,
      );
    });
  withExamples(command, [
    ["Look at it, then confirm", "outlay import revert 3"],
    ["Do it without being asked", "outlay import revert 3 --yes"],
  ]);
}
