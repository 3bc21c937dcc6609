import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import type { Suggestion } from "../../completion/suggestion.ts";
import { printable } from "../../terminal/printable.ts";

/** A word that no line could hold is none that can be typed. */
const isTypable = ({ word }: Suggestion) => word !== "" && !/\p{Cc}/u.test(word);

/**
 * What the shells' scripts ask while somebody types: `outlay __complete -- budget edit ""`. The answer is
 * `words`, `files` or `folders` (which the shell knows better) on a line, then what the last word can be: a word,
 * a tab and what it means on a line each. Nothing is ever said about what went wrong.
 */
export function completeCommand(command: Command, cli: Cli) {
  command.argument("[words...]").action(async (words) => {
    const { suggest } = await import("../../completion/suggest.ts");
    const { words: found, paths = "words" } = await suggest(cli, command.parent ?? command, words);
    const lines = found.filter(isTypable).map(({ word, about }) => `${word}\t${printable(about)}`);
    cli.io.out(`${[paths, ...lines].join("\n")}\n`);
  });
}
