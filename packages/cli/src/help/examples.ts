import type { CommandUnknownOpts } from "@commander-js/extra-typings";

/** What a command is used for, and how it is typed. */
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

/** The same, for all who write commands: two at least. */
export function withExamples<Built extends CommandUnknownOpts>(
  command: Built,
  examples: readonly [Example, Example, ...Example[]],
): Built {
  addExamples(command, examples);
  return command;
}
