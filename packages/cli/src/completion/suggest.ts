import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../cli.ts";
import {
  type Argument,
  commandsOf,
  nextArgument,
  type Option,
  optionIn,
  optionsOf,
  pathOf,
  type Reading,
  readWords,
  takesValue,
} from "./read-words.ts";
import type { Fitting, Suggestion } from "./suggestion.ts";
import { type Place, valuesAt } from "./values.ts";

/** `-c, --category <category...>` → `category` */
const valueName = ({ flags }: Option): string =>
  /[<[]([^>\]]+?)(?:\.\.\.)?[>\]]/.exec(flags)?.[1] ?? "";

const placeOfOption = (reading: Reading, option: Option): Place => ({
  path: pathOf(reading),
  option: option.long ?? option.short,
  name: valueName(option),
  choices: option.argChoices,
});

const placeOfArgument = (reading: Reading, argument: Argument): Place => ({
  path: pathOf(reading),
  option: undefined,
  name: argument.name(),
  choices: argument.argChoices,
});

/**
 * Suggests nothing if something can't be read: an error message would only disturb somebody who presses Tab.
 */
async function valuesOrNone(cli: Cli, place: Place): Promise<Fitting> {
  try {
    return await valuesAt(cli, place);
  } catch {
    return { words: [] };
  }
}

function commandSuggestions(reading: Reading): Suggestion[] {
  return commandsOf(reading).map((command) => ({
    word: command.name(),
    about: command.description(),
  }));
}

/** The options that aren't written yet or may be repeated; short ones after a single dash. */
function optionSuggestions(reading: Reading, typed: string): Suggestion[] {
  return optionsOf(reading).flatMap(({ long, short, description, variadic }) => {
    const name = long ?? short;
    if (name === undefined || (reading.given.has(name) && !variadic)) return [];
    const shown =
      short !== undefined && (typed === "-" || typed === short) ? [short, name] : [name];
    return [...new Set(shown)].map((word) => ({ word, about: description }));
  });
}

/** The value written in one word with its option: `--category=fo`, `-cfo`. */
async function attachedValues(
  cli: Cli,
  reading: Reading,
  typed: string,
): Promise<Fitting | undefined> {
  const found = optionIn(reading, typed);
  if (!found || !takesValue(found.option) || !typed.startsWith(found.name)) return undefined;
  const { option, name } = found;
  if (name === typed && !name.endsWith("=")) return undefined;
  const { words, ...paths } = await valuesOrNone(cli, placeOfOption(reading, option));
  return { words: words.map(({ word, about }) => ({ word: name + word, about })), ...paths };
}

async function argumentFitting(cli: Cli, reading: Reading): Promise<Fitting> {
  const commands =
    reading.argumentCount === 0 && !reading.isBehindDashes ? commandSuggestions(reading) : [];
  const argument = reading.isHelp ? undefined : nextArgument(reading);
  if (!argument) return { words: commands };
  const { words, ...paths } = await valuesOrNone(cli, placeOfArgument(reading, argument));
  return { words: [...commands, ...words], ...paths };
}

async function everythingAt(cli: Cli, reading: Reading, typed: string): Promise<Fitting> {
  const { option, mayBeOption, isBehindDashes, isHelp } = reading;
  const isDashed = typed.startsWith("-") && !isBehindDashes;
  if (option && !(isDashed && mayBeOption))
    return valuesOrNone(cli, placeOfOption(reading, option));
  if (!isDashed || isHelp) return argumentFitting(cli, reading);
  const attached = await attachedValues(cli, reading, typed);
  return attached ?? { words: optionSuggestions(reading, typed) };
}

/**
 * Suggests what the last word of a command line can be, or become.
 * @param words the words after `outlay`, the last one as far as it is written
 */
export async function suggest(
  cli: Cli,
  root: CommandUnknownOpts,
  words: readonly string[],
): Promise<Fitting> {
  const typed = words.at(-1) ?? "";
  const fitting = await everythingAt(cli, readWords(root, words.slice(0, -1)), typed);
  const isBeginning = ({ word }: Suggestion) => word.toLowerCase().startsWith(typed.toLowerCase());
  return { ...fitting, words: fitting.words.filter(isBeginning) };
}
