import type { CommandUnknownOpts } from "@commander-js/extra-typings";

type Option = CommandUnknownOpts["options"][number];

/** How many words an option takes, itself included. */
function lengthOf(word: string, options: readonly Option[]): number {
  const option = options.find(({ short, long }) => word === short || word === long);
  return option?.required ? 2 : 1;
}

/** The commands that a line names, from the first to the innermost, and the place of the first word behind. */
export function namedCommands(root: CommandUnknownOpts, args: readonly string[]) {
  const path: CommandUnknownOpts[] = [];
  let place = 0;
  let behind = 0;
  while (place < args.length) {
    const word = args[place] ?? "";
    if (word.startsWith("-") && word !== "-") place += lengthOf(word, root.options);
    else {
      const { commands } = path.at(-1) ?? root;
      const next = commands.find(
        (child) => child.name() === word || child.aliases().includes(word),
      );
      if (!next) break;
      path.push(next);
      place += 1;
      behind = place;
    }
  }
  return { path, behind };
}
