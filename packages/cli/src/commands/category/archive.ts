import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { printable } from "../../terminal/printable.ts";
import { changeCategory } from "./change-category.ts";
import { findCategory } from "./find-category.ts";

export function archiveCommand(command: Command, cli: Cli) {
  command
    .argument("<category>", "its name or its key")
    .option("--undo", "offer it again")
    .action(async (word, { undo }) => {
      const connection = await cli.connect();
      const former = await findCategory(connection.categories, word);
      const archived = undo !== true;
      const category = await changeCategory(cli, connection, former, { archived });
      const done = archived ? "Archived" : "Offered again:";
      cli.report(category, printable(`${done} ${category.name}`));
      if (archived) {
        cli.note(
          "It is no longer offered. Its records stay, and it is accepted wherever it is named.",
        );
      }
    });
  withExamples(command, [
    ["No longer offer a category that you don't use", "outlay category archive pets"],
    ["Offer it again", "outlay category archive pets --undo"],
  ]);
}
