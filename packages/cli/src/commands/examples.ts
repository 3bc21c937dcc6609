import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** What a command is used for, and how it is typed. */
export type Example = readonly [purpose: string, line: string];

/** Adds examples to a command's help. */
export function withExamples<Built extends CommandUnknownOpts>(
  command: Built,
  examples: readonly [Example, Example, ...Example[]],
): Built {
  const lines = examples.map(([purpose, line]) => `  ${line}\n      ${purpose}`);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
  return command;
}
