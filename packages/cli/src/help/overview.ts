/** The answer to `outlay` alone: a screen of 24 lines and 80 columns holds it, with room for the next prompt. */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { wrap } from "../terminal/wrap.ts";
import { examplesOf } from "./examples.ts";

const width = 80;

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
    ...wrap(`Commands: ${names.join(", ")}.`, width),
    "",
    "More about each, and all options: outlay --help. About one: outlay add --help.",
    "",
  ].join("\n");
}
