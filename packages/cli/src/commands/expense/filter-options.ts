import type { Command } from "@commander-js/extra-typings";
import { type CalendarDate, centsToText, expenseCategories } from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { parseMonth, parseYear, type Period } from "../../arguments/period.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { usageError } from "../../errors/cli-error.ts";

/** The options that select expenses, shared by all commands that work on several. */
export interface FilterOptions {
  category?: string[] | undefined;
  tag?: string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
  month?: string | undefined;
  year?: string | undefined;
  query?: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
}

export const withFilterOptions = (command: Command) =>
  command
    .option("-c, --category <category...>", "only these categories, or their first letters")
    .option("-t, --tag <tag...>", "only expenses with one of these tags")
    .option("--from <date>", `from this day on: ${dayForms}`)
    .option("--to <date>", "up to and including this day")
    .option("--month <month>", "only this month: 2026-11, november, this, last")
    .option("--year <year>", "only this year: 2026, this, last")
    .option(
      "-q, --query <text>",
      "only descriptions with this text (before the command, -q means --quiet)",
    )
    .option("--min <amount>", "only this amount or more")
    .option("--max <amount>", "only this amount or less");

/** The range of days that the options ask for, if any. @throws CliError usage */
export function parsePeriod(options: FilterOptions, today: CalendarDate): Partial<Period> {
  const { from, to, month, year } = options;
  const isSpan = from !== undefined || to !== undefined;
  if ([isSpan, month !== undefined, year !== undefined].filter(Boolean).length > 1) {
    throw usageError(
      "The days are given twice.",
      "Use only one of --month, --year, or --from with --to.",
    );
  }
  if (month !== undefined) return parseMonth(month, today);
  if (year !== undefined) return parseYear(year, today);
  const first = from === undefined ? undefined : parseDay(from, today);
  // `--from "1 nov" --to "30 nov"` means one month, even before it is over.
  const reading = first === undefined ? undefined : ({ which: "first", of: first } as const);
  const last = to === undefined ? undefined : parseDay(to, today, reading);
  if (first !== undefined && last !== undefined && last < first) {
    throw usageError(`The last day, ${last}, is before the first day, ${first}.`);
  }
  return { ...(first && { from: first }), ...(last && { to: last }) };
}

/** The filter as the API's parameters, without the days. @throws CliError usage */
export function filterParameters(
  options: FilterOptions,
  { parseAmount }: Pick<Reading, "parseAmount">,
): URLSearchParams {
  const { category = [], tag = [], query, min, max } = options;
  const parameters = new URLSearchParams();
  for (const word of category) {
    parameters.append("category", parseChoice("Category", word, expenseCategories));
  }
  for (const label of parseTags(tag)) parameters.append("tag", label);
  if (query?.trim() === "") throw usageError("There is no text to look for.");
  if (query !== undefined) parameters.append("q", query);
  if (min !== undefined) parameters.append("min", centsToText(parseAmount(min)));
  if (max !== undefined) parameters.append("max", centsToText(parseAmount(max)));
  return parameters;
}

/** The parameters, with a range of days added. */
export function withDays(
  parameters: URLSearchParams,
  { from, to }: Partial<Period>,
): URLSearchParams {
  const all = new URLSearchParams(parameters);
  if (from !== undefined) all.append("from", from);
  if (to !== undefined) all.append("to", to);
  return all;
}
