import { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../examples.ts";

export function revertCommand(cli: Cli) {
  const command = new Command("revert")
    .description("Take an import back: its expenses are removed for good.")
    .argument("<id>", "its id")
    .option("-y, --yes", "don't ask")
    .action(async (id, { yes }) => {
      const { imports } = await cli.connect("import revert");
      const batch = await imports.find(parseRecordId(id));
      const what = `${counted(batch.created, "expense")} from ${printable(batch.source)}`;
      if (!yes) {
        if (!cli.prompts) {
          throw usageError("Reverting needs your word.", "Add --yes to do it without being asked.");
        }
        if (!(await cli.prompts.confirm(`Remove ${what} for good?`))) {
          throw new CliError("interrupted", "Nothing was removed.");
        }
      }
      const deleted = await imports.revert(batch.id);
      cli.report(
        { id: batch.id, deleted },
        `Removed ${counted(deleted, "expense")} of import ${batch.id}.`,
      );
    });
  return withExamples(command, [
    ["After a look at it", "outlay import revert 3"],
    ["Without being asked", "outlay import revert 3 --yes"],
  ]);
}
