import type { Command } from "@commander-js/extra-typings";
import { caseless, categoryKeyFor } from "@outlay/shared";
import type { KnownCategories, KnownCategory } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { noteCategories, noteUncertain } from "../../undo/note-change.ts";
import { starterCategories, type StarterCategory } from "./starter-list.ts";

const names = starterCategories.map(({ name }) => name);

const isThere = (known: KnownCategories, { name }: StarterCategory): boolean =>
  known.whole(name, "budget") !== undefined;

const byName = (name: string): StarterCategory | undefined =>
  starterCategories.find((each) => caseless(each.name) === caseless(name));

/** @throws CliError usage if nobody can be asked and nothing is named */
function named(cli: Cli, words: readonly string[], all: true | undefined): StarterCategory[] {
  if (all && words.length > 0) {
    throw usageError("--all and names contradict each other.", "Leave out one of them.");
  }
  if (all) return [...starterCategories];
  if (words.length === 0 && !cli.prompts) {
    throw usageError(
      "No categories are named.",
      `Add --all, or some of: ${names.join(", ").toLowerCase()}.`,
    );
  }
  return words.flatMap((word) => byName(parseChoice("Category", word, names)) ?? []);
}

const label = ({ name, parent }: StarterCategory, known: KnownCategories): string => {
  if (parent === null) return name;
  const above = starterCategories.find((each) => categoryKeyFor(each.name) === parent);
  return `${name} (below ${above?.name ?? known.label(parent)})`;
};

/** Offers the categories that aren't there yet. */
async function pick(cli: Cli, known: KnownCategories): Promise<StarterCategory[]> {
  const offered = starterCategories.filter((each) => !isThere(known, each));
  if (offered.length === 0 || !cli.prompts) return [];
  const picked = await cli.prompts.pick({
    message: "Which of these do you want?",
    options: offered.map((each) => ({
      value: each.name,
      label: label(each, known),
      isPicked: each.isUsual,
    })),
  });
  return offered.filter(({ name }) => picked.includes(name));
}

/** Makes categories, below their parents where these are there. @throws CliError */
async function make(
  cli: Cli,
  connection: Connection,
  wanted: readonly StarterCategory[],
): Promise<KnownCategory[]> {
  const { categories } = connection;
  const made: KnownCategory[] = [];
  const ordered = starterCategories.filter((each) => wanted.includes(each));
  try {
    for (const { name, parent } of ordered) {
      const known = await categories.known();
      const above = parent === null ? undefined : known.find(parent);
      const fields = { name, parent: above?.parent === null ? above.key : null };
      made.push(
        await noteUncertain(cli, connection, `adding category "${name}"`, () =>
          categories.create(fields),
        ),
      );
    }
  } finally {
    if (made.length > 0) await noteCategories(cli, connection, made);
  }
  return made;
}

export function starterCommand(command: Command, cli: Cli) {
  command
    .argument("[names...]", "those to make; picked from a list if left out")
    .option("-a, --all", "make all of them")
    .action(async (words, { all }) => {
      const given = named(cli, words, all);
      const connection = await cli.connect();
      const known = await connection.categories.known();
      const wanted = given.length > 0 ? given : await pick(cli, known);
      const missing = wanted.filter((each) => !isThere(known, each));
      const made = await make(cli, connection, missing);
      cli.report(
        made,
        made.length === 0 ? "Nothing to add." : `Added ${made.map(({ name }) => name).join(", ")}.`,
      );
      if (wanted.length > missing.length) {
        const there = wanted.filter((each) => isThere(known, each)).map(({ name }) => name);
        cli.note(`Already there: ${there.join(", ")}.`);
      }
      const [first] = made;
      if (first) {
        cli.note(`Use them like -c ${first.key.toLowerCase()}. See: outlay category list`);
      }
    });
  withExamples(command, [
    ["Pick a household's usual categories from a list", "outlay category starter"],
    ["Make all of them, in a script", "outlay category starter --all"],
    ["Make some of them", "outlay category starter groceries rent utilities housing"],
  ]);
}
