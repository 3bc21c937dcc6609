/**
 * The output of a bare `outlay`: it fits a screen of 24 lines and 80 columns, with room for the next prompt.
 */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { examplesOf } from "./examples.ts";

const width = 80;

/**
 * Wraps words into lines. Names of commands are plain ASCII, so the code that measures text needn't be
 * loaded.
 */
function inLines(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

export function overview(root: CommandUnknownOpts): string {
  const examples = examplesOf(root);
  const lineWidth = Math.max(...examples.map(([, line]) => line.length));
  const names = root
    .createHelp()
    .visibleCommands(root)
    .map((command) => command.name());
  return [
    root.description(),
    "",
    ...examples.map(([purpose, line]) => `  ${line.padEnd(lineWidth)}  ${purpose}`),
    "",
    ...inLines(`Commands: ${names.join(", ")}.`.split(" ")),
    "",
    "All commands and options: outlay --help. A single command: outlay add --help.",
    "",
  ].join("\n");
}
