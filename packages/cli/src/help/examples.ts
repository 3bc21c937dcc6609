import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** A purpose of a command, and the line that is typed for it. */
export type Example = readonly [purpose: string, line: string];

const known = new WeakMap<CommandUnknownOpts, readonly Example[]>();

export const examplesOf = (command: CommandUnknownOpts): readonly Example[] =>
  known.get(command) ?? [];

/** Adds examples to a command's help. */
export function addExamples(command: CommandUnknownOpts, examples: readonly Example[]): void {
  known.set(command, examples);
  const lines = examples.map(([purpose, line]) => `  ${line}\n      ${purpose}`);
  command.addHelpText("after", `\nExamples:\n${lines.join("\n")}`);
}

/** Examples for any command: at least two. */
export function withExamples<Built extends CommandUnknownOpts>(
  command: Built,
  examples: readonly [Example, Example, ...Example[]],
): Built {
  addExamples(command, examples);
  return command;
}
