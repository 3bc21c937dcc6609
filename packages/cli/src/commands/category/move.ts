import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { orNone } from "../../arguments/or-none.ts";
import { withExamples } from "../../help/examples.ts";
import { categoryText } from "./category-text.ts";
import { changeCategory } from "./change-category.ts";
import { findCategory } from "./find-category.ts";

export function moveCommand(command: Command, cli: Cli) {
  command
    .argument("<category>", "its name or its key")
    .argument("<parent>", "the category that it is to belong to, or none")
    .action(async (word, parentWord) => {
      const connection = await cli.connect();
      const { categories } = connection;
      const former = await findCategory(categories, word);
      const above = await orNone(parentWord, (text) => findCategory(categories, text));
      const parent = above?.key ?? null;
      const category = await changeCategory(cli, connection, former, { parent });
      const known = await categories.known();
      cli.report(category, `Moved: ${categoryText(category, known)}`);
      cli.note("Records stay in their category; reports and budgets of its parent count them.");
    });
  withExamples(command, [
    ["Have food count groceries too", "outlay category move groceries food"],
    ["Have it stand by itself again", "outlay category move groceries none"],
  ]);
}
