import type { Command } from "@commander-js/extra-typings";
import { commandLine } from "@outlay/files";
import { counted } from "@outlay/shared";
import type { CategoriesApi, CategoryRemoval } from "../../categories/categories-api.ts";
import type { KnownCategory } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
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

const builtInStays = ({ name, key }: KnownCategory): CliError =>
  usageError(
    printable(`${name} is built in, and can't be removed.`),
    `It can be given another name, or no longer be offered: outlay category archive ${key.toLowerCase()}`,
  );

/** The reason why a category can't be removed without moving its records; undefined for another error. */
function usedText(error: unknown): string | undefined {
  if (!(error instanceof CliError) || error.code !== "invalid") return undefined;
  const [reason] = error.fields?.["non_field_errors"] ?? [];
  // The rest tells programs how to go on.
  return typeof reason === "string" ? /^.* is used by [^.]*\./.exec(reason)?.[0] : undefined;
}

/** Removes a category; if it is used, asks for the one that its records move to. @throws CliError */
async function removeOrAsk(
  cli: Cli,
  categories: CategoriesApi,
  category: KnownCategory,
  target: KnownCategory | undefined,
): Promise<{ removal: CategoryRemoval | undefined; target: KnownCategory | undefined }> {
  try {
    return { removal: await categories.remove(category.key, target?.key), target };
  } catch (error) {
    const used = target ? undefined : usedText(error);
    if (used === undefined) throw error;
    const { prompts } = cli;
    if (!prompts) {
      const line = commandLine("outlay", "category", "rm", category.key.toLowerCase());
      const hint = `Name the category that they move to: ${line} --move-to CATEGORY`;
      throw new CliError("invalid", used, { hint, cause: error });
    }
    cli.say(printable(used));
    const known = await categories.known();
    const others = known.offered("expense").filter(({ key }) => key !== category.key);
    const name = await prompts.choose({
      message: "Move them to:",
      options: others.map((each) => each.name),
    });
    const chosen = others.find((each) => each.name === name);
    return { removal: await categories.remove(category.key, chosen?.key), target: chosen };
  }
}

export function rmCommand(command: Command, cli: Cli) {
  command
    .argument("<category>", "its name or its key")
    .option("--move-to <category>", "the category that its records move to, in the trash too")
    .option("-y, --yes", "remove without asking")
    .action(async (word, { moveTo, yes }) => {
      const connection = await cli.connect();
      const { categories } = connection;
      const category = await findCategory(categories, word);
      if (category.builtin) throw builtInStays(category);
      const given = moveTo === undefined ? undefined : await findCategory(categories, moveTo);
      const known = await categories.known();
      const line = categoryText(category, known);
      if (!yes) await confirmRemoval(cli, [line], words);
      const doing = `removing category ${category.name}`;
      const { removal, target } = await noteUncertain(cli, connection, doing, () =>
        removeOrAsk(cli, categories, category, given),
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
