/**
 * The help of each command as data, so that showing help, which is frequent, loads none of the commands'
 * code. `dist/help.json` is generated from the commands themselves when they are bundled.
 */
import type { Command, CommandUnknownOpts } from "@commander-js/extra-typings";
import { lineOf } from "../program/named-command.ts";
import { addExamples, type Example, examplesOf } from "./examples.ts";

type Flags = readonly [flags: string, description: string, preset?: string];

interface Described {
  arguments: readonly Flags[];
  options: readonly Flags[];
  examples: readonly Example[];
}

/** Keyed by the words that name the command: `budget add`. */
export type Descriptions = Readonly<Record<string, Described>>;

const nameOf = (command: CommandUnknownOpts) =>
  lineOf(command)
    .slice(1)
    .map((one) => one.name())
    .join(" ");

type Option = CommandUnknownOpts["options"][number];
type Argument = CommandUnknownOpts["registeredArguments"][number];

function flagsOf(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? "..." : "");
  return argument.required ? `<${name}>` : `[${name}]`;
}

function optionFlags({ flags, description, defaultValue }: Option): Flags {
  return typeof defaultValue === "string"
    ? [flags, description, defaultValue]
    : [flags, description];
}

/** Every command below one whose tree is complete. */
export function describe(root: CommandUnknownOpts): Descriptions {
  const below = (command: CommandUnknownOpts): [string, Described][] => [
    [
      nameOf(command),
      {
        arguments: command.registeredArguments.map((each) => [flagsOf(each), each.description]),
        options: command.options.map(optionFlags),
        examples: examplesOf(command),
      },
    ],
    ...command.commands.flatMap(below),
  ];
  return Object.fromEntries(root.commands.flatMap(below));
}

/** Gives a command its help without its action. */
export function addDescribed(command: Command, descriptions: Descriptions): void {
  const described = descriptions[nameOf(command)];
  for (const [flags, description] of described?.arguments ?? []) {
    command.argument(flags, description);
  }
  for (const [flags, description, preset] of described?.options ?? []) {
    command.option(flags, description, preset);
  }
  // A command with an action of its own has no `help` among its subcommands.
  if (command.registeredArguments.length > 0) command.action(() => undefined);
  const examples = described?.examples ?? [];
  if (examples.length > 0) addExamples(command, examples);
}
