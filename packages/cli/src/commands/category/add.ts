import type { Command } from "@commander-js/extra-typings";
import { categoryKeyFor, isCategoryKey } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { ask } from "../../terminal/ask.ts";
import { noteCategories, noteUncertain } from "../../undo/note-change.ts";
import { categoryText } from "./category-text.ts";
import { findCategory } from "./find-category.ts";

/** @throws CliError usage */
function parseKey(text: string): string {
  const key = text.trim().toUpperCase();
  if (isCategoryKey(key)) return key;
  throw usageError(
    `"${text}" can't be a key.`,
    "Write 1 to 30 letters from A to Z, digits and underscores: EATING_OUT",
  );
}

/** Returns the key that is given or, if none can be made from the name, asked for. @throws CliError usage */
async function keyFor(cli: Cli, name: string, given: string | undefined) {
  if (given !== undefined) return parseKey(given);
  if (categoryKeyFor(name) !== undefined) return undefined;
  if (cli.prompts) return ask(cli.prompts, "Key, in letters from A to Z:", parseKey);
  throw usageError(
    `No key can be made from the name "${name}", which has no letters from A to Z.`,
    `Add one: outlay category add ${name} --key KEY`,
  );
}

export function addCommand(command: Command, cli: Cli) {
  command
    .argument("<name...>", "its name, of up to 40 characters")
    .option("--parent <category>", "the category that it belongs to, which counts it too")
    .option("--key <key>", "the key in records and files; made from the name if left out")
    .action(async (words, { parent: parentWord, key: keyWord }) => {
      const name = words.join(" ").trim();
      const key = await keyFor(cli, name, keyWord);
      const connection = await cli.connect();
      const { categories } = connection;
      const parent =
        parentWord === undefined ? null : (await findCategory(categories, parentWord)).key;
      const category = await noteUncertain(cli, connection, `adding category "${name}"`, () =>
        categories.create({ name, parent, ...(key !== undefined && { key }) }),
      );
      await noteCategories(cli, connection, [category]);
      const known = await categories.known();
      cli.report(category, `Added category ${categoryText(category, known)}`);
    });
  withExamples(command, [
    ["Add a category", "outlay category add Housing"],
    ["Add one below another, which counts it too", "outlay category add Rent --parent housing"],
    ["Choose the key yourself", "outlay category add 'Kids and school' --key KIDS"],
  ]);
}
