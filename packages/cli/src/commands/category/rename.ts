import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { printable } from "../../terminal/printable.ts";
import { changeCategory } from "./change-category.ts";
import { findCategory } from "./find-category.ts";

export function renameCommand(command: Command, cli: Cli) {
  command
    .argument("<category>", "its present name, or its key")
    .argument("<name...>", "its new name")
    .action(async (word, words) => {
      const connection = await cli.connect();
      const former = await findCategory(connection.categories, word);
      const fields = { name: words.join(" ").trim() };
      const category = await changeCategory(cli, connection, former, fields);
      cli.report(
        category,
        printable(`Renamed ${former.name} to ${category.name}; its key is still ${category.key}.`),
      );
    });
  withExamples(command, [
    ["Rename a category, whatever is recorded in it", "outlay category rename rent Flat"],
    ["Show a built-in category under another name", "outlay category rename food Essen"],
  ]);
}
