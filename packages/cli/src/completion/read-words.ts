/** Follows the words of an unfinished command line through the command tree. */
import { type CommandUnknownOpts, Option as AnyOption } from "@commander-js/extra-typings";

export type Option = CommandUnknownOpts["options"][number];
export type Argument = CommandUnknownOpts["registeredArguments"][number];

/** The place in the tree where the last word is being written. */
export interface Reading {
  root: CommandUnknownOpts;
  command: CommandUnknownOpts;
  /** The option whose value is being written; undefined for an argument. */
  option: Option | undefined;
  /** Whether the word may also be another option, because the previous one already has a value. */
  mayBeOption: boolean;
  /** The number of the command's arguments written so far. */
  argumentCount: number;
  /** The options written so far, by their long names. */
  given: Set<string>;
  isBehindDashes: boolean;
  /** Set for `outlay help …`, which only names of commands follow. */
  isHelp: boolean;
}

export const takesValue = ({ required, optional }: Option): boolean => required || optional;

const withoutShort = ({ flags, description }: Option): Option =>
  new AnyOption(flags.replace(/^-\w, /, ""), description);

/** The options that may follow the command: its own before the program's. */
export function optionsOf({ root, command }: Reading): Option[] {
  const help = command.createHelp();
  const own = help.visibleOptions(command);
  const taken = new Set(own.flatMap(({ long, short }) => [long, short]));
  const everywhere = command === root ? [] : help.visibleOptions(root);
  return [
    ...own,
    ...everywhere
      .filter(({ long }) => !taken.has(long))
      // `-q` belongs to the command, if it has one.
      .map((option) => (taken.has(option.short) ? withoutShort(option) : option)),
  ];
}

export const commandsOf = ({ command }: Reading): CommandUnknownOpts[] =>
  command.createHelp().visibleCommands(command);

const isNamed = (word: string) => (child: CommandUnknownOpts) =>
  child.name() === word || child.aliases().includes(word);

/** An option, and the part of the word that is its name: `--date=`, `-d`. */
export function optionIn(
  reading: Reading,
  word: string,
): { option: Option; name: string } | undefined {
  const [long = word] = word.split("=", 1);
  for (const option of optionsOf(reading)) {
    if (option.long === long) return { option, name: word.slice(0, long.length + 1) };
    const { short } = option;
    if (short && word.startsWith(short) && !word.startsWith("--")) return { option, name: short };
  }
  return undefined;
}

function readOption(reading: Reading, word: string): void {
  const found = optionIn(reading, word);
  if (!found) return;
  const { option, name } = found;
  reading.given.add(option.long ?? name);
  const hasValue = name !== word || word.endsWith("=");
  if (takesValue(option) && (!hasValue || option.variadic)) {
    reading.option = option;
    reading.mayBeOption = hasValue;
  }
}

function readWord(reading: Reading, word: string): void {
  const { option, mayBeOption } = reading;
  if (option && !(mayBeOption && word.startsWith("-"))) {
    if (option.variadic) reading.mayBeOption = true;
    else reading.option = undefined;
    return;
  }
  reading.option = undefined;
  if (reading.isBehindDashes) reading.argumentCount += 1;
  else if (word === "--") reading.isBehindDashes = true;
  else if (word.startsWith("-") && word !== "-") readOption(reading, word);
  else {
    const child =
      reading.argumentCount === 0 ? reading.command.commands.find(isNamed(word)) : undefined;
    if (child) reading.command = child;
    else if (word === "help" && commandsOf(reading).some(isNamed(word))) reading.isHelp = true;
    else reading.argumentCount += 1;
  }
}

/** @param words all words before the last one */
export function readWords(root: CommandUnknownOpts, words: readonly string[]): Reading {
  const reading: Reading = {
    root,
    command: root,
    option: undefined,
    mayBeOption: false,
    argumentCount: 0,
    given: new Set(),
    isBehindDashes: false,
    isHelp: false,
  };
  for (const word of words) readWord(reading, word);
  return reading;
}

/** The argument that comes next, if the command takes one more. */
export function nextArgument({ command, argumentCount }: Reading): Argument | undefined {
  const { registeredArguments: all } = command;
  const last = all.at(-1);
  return all[argumentCount] ?? (last?.variadic ? last : undefined);
}

/** `budget add` */
export function pathOf({ root, command }: Reading): string {
  const names: string[] = [];
  for (let each = command; each !== root;) {
    names.unshift(each.name());
    if (!each.parent) break;
    each = each.parent;
  }
  return names.join(" ");
}
