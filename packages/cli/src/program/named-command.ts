import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { similarTo } from "../arguments/similar.ts";

/** How many words an option takes, itself included. */
function lengthOf(word: string, options: CommandUnknownOpts["options"]): number {
  const option = options.find(({ short, long }) => word === short || word === long);
  return option?.required ? 2 : 1;
}

/** The verb or noun that a word names. */
export const childNamed = (command: CommandUnknownOpts, word: string) =>
  command.commands.find((child) => child.name() === word || child.aliases().includes(word));

/** The command that a line names, and the place of the first word behind its name. */
export function namedCommand(root: CommandUnknownOpts, args: readonly string[]) {
  let command = root;
  let place = 0;
  let behind = 0;
  while (place < args.length) {
    const word = args[place] ?? "";
    if (word.startsWith("-") && word !== "-") place += lengthOf(word, root.options);
    else {
      const next = childNamed(command, word);
      if (!next) break;
      command = next;
      place += 1;
      behind = place;
    }
  }
  return { command, behind };
}

/** A command and those that it is below, from the program on. */
export function lineOf(command: CommandUnknownOpts): CommandUnknownOpts[] {
  const { parent } = command;
  return [...(parent ? lineOf(parent) : []), command];
}

/** A word that may stand for a verb of a command which takes other words too; undefined where it stands for none. */
export function meantVerb(command: CommandUnknownOpts, word: string): string | undefined {
  const similar = similarTo(
    word,
    command.commands.map((child) => child.name()),
  );
  const path = pathOf(command);
  return similar && `Did you mean ${path} ${similar}? See: ${path} --help`;
}

/** A command as it is typed: `outlay budget add`. */
export const pathOf = (command: CommandUnknownOpts): string =>
  lineOf(command)
    .map((one) => one.name())
    .join(" ");
