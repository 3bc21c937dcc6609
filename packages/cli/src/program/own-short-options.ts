import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { namedCommand } from "./named-command.ts";

type Option = CommandUnknownOpts["options"][number];

/** An option's flag on the command line, and the text written right after it: `-q`, `-qtext`. */
const isFlag = (word: string, { short }: Option) =>
  short !== undefined && word.startsWith(short) && !word.startsWith("--");

/**
 * Rewrites a command's own short options in their long form if the program has the same ones: after `list`,
 * `-q` is the text to look for, while everywhere else it is `--quiet`. commander would take it for the
 * program's option wherever it stands.
 */
export function ownShortOptions(root: CommandUnknownOpts, args: readonly string[]): string[] {
  const { command, behind } = namedCommand(root, args);
  const own = command.options.filter(
    ({ short }) => command !== root && root.options.some((option) => option.short === short),
  );
  const end = args.indexOf("--", behind);
  return args.flatMap((word, place) => {
    if (place < behind || (end >= 0 && place > end)) return [word];
    const option = own.find((each) => each.short !== undefined && isFlag(word, each));
    if (!option?.long) return [word];
    const attached = word.slice(2);
    return attached === "" ? [option.long] : [`${option.long}=${attached}`];
  });
}
