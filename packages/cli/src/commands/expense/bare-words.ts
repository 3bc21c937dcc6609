/** Interprets words after `outlay list` and `outlay report` that belong to no option. */
import { commandLine } from "@outlay/files";
import { type CalendarDate, expenseCategories } from "@outlay/shared";
import { parseMonth, parseYear } from "../../arguments/period.ts";
import { parseDay } from "../../arguments/day.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import type { FilterOptions } from "./filter-options.ts";

/** Whether `parse` accepts a text. */
function isTaken(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch (error) {
    if (error instanceof CliError) return false;
    throw error;
  }
}

/**
 * Reads `november`, `2026-11`, `last month`, `2026` and `this year` as the options would; undefined for any
 * other text.
 */
function periodMeant(
  text: string,
  today: CalendarDate,
): Pick<FilterOptions, "month" | "year"> | undefined {
  const [, which, unit] = /^(this|last) (month|year)$/i.exec(text) ?? [];
  if (which !== undefined)
    return unit?.toLowerCase() === "year" ? { year: which } : { month: which };
  if (isTaken(() => parseMonth(text, today))) return { month: text };
  return isTaken(() => parseYear(text, today)) ? { year: text } : undefined;
}

/** A likely meaning of words other than a text to look for: its name, and how it is typed as an option. */
function otherMeaning(
  text: string,
  today: CalendarDate,
): [what: string, option: string[]] | undefined {
  const word = text.toLowerCase();
  if (expenseCategories.some((category) => category.toLowerCase() === word)) {
    return ["a category", ["-c", text]];
  }
  const period = periodMeant(text, today);
  if (period?.month !== undefined) return ["a month", ["--month", period.month]];
  if (period?.year !== undefined) return ["a year", ["--year", period.year]];
  if (isTaken(() => parseDay(text, today))) return ["a day", ["--from", text, "--to", text]];
  return undefined;
}

/**
 * The options that bare words stand for: a text to look for or, with `periods`, a month or year.
 * @param command as it is typed: `outlay list`
 * @throws CliError usage, if the words are ambiguous
 */
export function bareWords(
  words: readonly string[],
  options: FilterOptions,
  { command, today, periods }: { command: string; today: CalendarDate; periods: boolean },
): FilterOptions {
  const text = words.join(" ").trim();
  if (text === "") return options;
  const period = periods ? periodMeant(text, today) : undefined;
  if (period) {
    if (options.month === undefined && options.year === undefined) return { ...options, ...period };
    throw usageError("The days are given twice.", `Leave out "${text}", or the option.`);
  }
  const typed = (option: readonly string[]) => commandLine(...command.split(" "), ...option);
  const other = otherMeaning(text, today);
  if (other) {
    const [what, option] = other;
    throw usageError(
      `"${text}" is ${what}, but could also be a text to look for.`,
      `Choose one: ${typed(option)}, or ${typed(["-q", text])}`,
    );
  }
  if (options.query === undefined) return { ...options, query: text };
  throw usageError("The text to look for is given twice.", `Leave out "${text}", or -q.`);
}
