/** The manual's section on each command: its summary, arguments and options. */
import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { type Example, examplesOf } from "../help/examples.ts";
import { childNamed, pathOf } from "../program/named-command.ts";
import {
  bold,
  closeTogether,
  entry,
  escaped,
  italic,
  paragraph,
  prose,
  subsection,
  text,
} from "./roff.ts";

/** `-c, --category <category>`, with the name of the value in italics. */
const flagsText = (flags: string): string =>
  flags
    .split(/(, | )/)
    .map((part) => {
      const value = /^<(.*)>$/.exec(part)?.[1];
      if (value !== undefined) return italic(value);
      return part.startsWith("-") ? bold(part) : part;
    })
    .join("");

/** Options with the descriptions and order of the help. */
export const optionEntries = (
  command: CommandUnknownOpts,
  options: CommandUnknownOpts["options"],
): string[] =>
  options.map((option) =>
    entry(flagsText(option.flags), prose(command.createHelp().optionDescription(option))),
  );

/** Commands that people type. */
export const commandsBelow = (command: CommandUnknownOpts): CommandUnknownOpts[] =>
  command.commands.filter((child) => !child.name().startsWith("__"));

/** `[amount] [description...]`. */
const argumentWords = ({ registeredArguments }: CommandUnknownOpts): string[] =>
  registeredArguments.map((each) => {
    const name = each.name() + (each.variadic ? "..." : "");
    return each.required ? `<${name}>` : `[${name}]`;
  });

const shapeOf = (command: CommandUnknownOpts): string =>
  [
    command.description(),
    ...argumentWords(command),
    ...command.options.map(({ flags }) => flags),
  ].join("\n");

/** Whether a group's commands are also available without it, as those of `expense` are. */
const isRepetition = (verbs: readonly CommandUnknownOpts[], from: CommandUnknownOpts): boolean =>
  verbs.length > 0 &&
  verbs.every((verb) => {
    const twin = childNamed(from, verb.name());
    return twin !== undefined && shapeOf(twin) === shapeOf(verb);
  });

const alsoCalled = (command: CommandUnknownOpts): string =>
  command.aliases().length === 0 ? "" : ` Short: ${bold(command.aliases().join(", "))}.`;

/** A line to be typed and its purpose, as in the help. */
export const exampleEntries = (examples: readonly Example[]): string[] =>
  closeTogether(examples.map(([purpose, line]) => entry(bold(line), escaped(`${purpose}.`))));

const ownExamples = (command: CommandUnknownOpts): string[] => {
  const examples = examplesOf(command);
  return examples.length === 0 ? [] : [paragraph("Examples:"), ...exampleEntries(examples)];
};

/** A section for each command below one, and for its subcommands. */
export function commandSections(from: CommandUnknownOpts): string[] {
  return commandsBelow(from).flatMap((command) => {
    const verbs = commandsBelow(command);
    const own = [
      subsection([pathOf(command), ...argumentWords(command)].join(" ")),
      text(escaped(command.description()) + alsoCalled(command)),
      ...command.registeredArguments.map((each) =>
        entry(italic(each.name()), prose(each.description)),
      ),
      ...optionEntries(command, command.options),
    ];
    if (!isRepetition(verbs, from)) {
      return [...own, ...ownExamples(command), ...commandSections(command)];
    }
    return [...own, paragraph(`${verbs.map((verb) => bold(pathOf(verb))).join(", ")}.`)];
  });
}
