import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import type { CategoryRemoval } from "../../api/categories-api.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { printable } from "../../terminal/printable.ts";
import { noteCategoryRemoval, noteUncertain } from "../../undo/note-change.ts";
import { confirmRemoval } from "../record/confirm-removal.ts";
import { categoryText } from "./category-text.ts";
import { findCategory } from "./find-category.ts";

const words = { verb: "Remove", doing: "Removing", done: "removed" };

const nouns: Readonly<Record<string, (count: number) => string>> = {
  expenses: (count) => counted(count, "expense"),
  budgets: (count) => counted(count, "budget"),
  categories: (count) => (count === 1 ? "1 category" : `${count} categories`),
  recurring: (count) => `${count} recurring`,
  rules: (count) => counted(count, "rule"),
};

/** `12 expenses, 1 budget` */
const movedText = ({ moved }: CategoryRemoval): string =>
  Object.entries(moved)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => nouns[kind]?.(count) ?? `${count} ${kind}`)
    .join(", ");

export function rmCommand(command: Command, cli: Cli) {
  command
    .argument("<category>", "its name or its key")
    .option("--move-to <category>", "the category that its records move to, in the trash too")
    .option("-y, --yes", "remove without asking")
    .action(async (word, { moveTo, yes }) => {
      const connection = await cli.connect();
      const { categories } = connection;
      const category = await findCategory(categories, word);
      const target = moveTo === undefined ? undefined : await findCategory(categories, moveTo);
      const known = await categories.known();
      const line = categoryText(category, known);
      if (!yes) await confirmRemoval(cli, [line], words);
      const removal = await noteUncertain(
        cli,
        connection,
        `removing category ${category.name}`,
        () => categories.remove(category.key, target?.key),
      );
      await noteCategoryRemoval(cli, connection, category, removal);
      const value = { ...category, ...(removal ?? { moved: {}, change_id: null }) };
      const moved = removal && movedText(removal);
      const end = moved && target ? `; moved to ${target.name}: ${moved}` : "";
      cli.report(value, printable(`Removed category ${line}${end}`));
      cli.note("To take that back: outlay undo");
    });
  withExamples(command, [
    ["Remove a category that nothing uses", "outlay category rm pets"],
    ["Move its records to another one, and remove it", "outlay category rm rent --move-to housing"],
  ]);
}
