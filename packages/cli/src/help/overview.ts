/** The answer to `outlay` alone: a screen of 24 lines and 80 columns holds it, with room for the next prompt. */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { examplesOf } from "./examples.ts";

const width = 80;

/** Words in lines; names of commands are as wide as they are long, so what measures text needn't be loaded. */
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
    "More about each, and all options: outlay --help. About one: outlay add --help.",
    "",
  ].join("\n");
}
