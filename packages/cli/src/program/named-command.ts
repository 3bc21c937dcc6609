import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { similarTo } from "../arguments/similar.ts";

/** The number of words an option takes, including itself. */
function lengthOf(word: string, options: CommandUnknownOpts["options"]): number {
  const option = options.find(({ short, long }) => word === short || word === long);
  return option?.required ? 2 : 1;
}

/** The command that a word names. */
export const childNamed = (command: CommandUnknownOpts, word: string) =>
  command.commands.find((child) => child.name() === word || child.aliases().includes(word));

/** The command that a line names, and the position of the first word after its name. */
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

/** A command preceded by all its parents, starting with the program. */
export function lineOf(command: CommandUnknownOpts): CommandUnknownOpts[] {
  const { parent } = command;
  return [...(parent ? lineOf(parent) : []), command];
}

/**
 * A hint for a word that may be a misspelt subcommand of a command that also takes other words; undefined if
 * it resembles none.
 */
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
