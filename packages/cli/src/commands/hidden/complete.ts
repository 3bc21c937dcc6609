import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import type { Suggestion } from "../../completion/suggestion.ts";
import { printable } from "../../terminal/printable.ts";

/** Excludes words that can't be part of a command line. */
const isTypable = ({ word }: Suggestion) => word !== "" && !/\p{Cc}/u.test(word);

/**
 * Answers the shells' scripts while somebody types: `outlay __complete -- budget edit ""`. The answer is a
 * line with `words`, `files` or `folders` (which the shell knows better), and then one line for each
 * suggestion for the last word: the word, a tab and its meaning. Errors are never shown.
 */
export function completeCommand(command: Command, cli: Cli) {
  command.argument("[words...]").action(async (words) => {
    const { suggest } = await import("../../completion/suggest.ts");
    const { words: found, paths = "words" } = await suggest(cli, command.parent ?? command, words);
    const lines = found.filter(isTypable).map(({ word, about }) => `${word}\t${printable(about)}`);
    cli.io.out(`${[paths, ...lines].join("\n")}\n`);
  });
}
