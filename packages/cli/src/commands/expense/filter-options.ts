import type { Command } from "@commander-js/extra-typings";
import { type CalendarDate, centsToText, expenseFields } from "@outlay/shared";
import { parseCurrency } from "../../arguments/currency.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { parseMonth, parseYear, type Period } from "../../arguments/period.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { parseTextAnswer } from "../../arguments/text-field.ts";
import { usageError } from "../../errors/cli-error.ts";
import { kindWords, parseKinds } from "./kinds/filter-kinds.ts";

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
  kind?: string[] | undefined;
  account?: string[] | undefined;
  currency?: string[] | undefined;
  description?: string | undefined;
  confirmed?: true | undefined;
  unconfirmed?: true | undefined;
}

/** Words for the option that selects accounts, which has another name where `--account` is taken. */
export const ofAccounts = "only records of these accounts";

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
      "only with this text in the description or the note (before the command, -q means --quiet)",
    )
    .option("--description <text>", "only with this text in the description")
    .option("--min <amount>", "only this amount or more, as it is written, whatever its currency")
    .option("--max <amount>", "only this amount or less")
    .option("--kind <kind...>", `only these kinds: ${kindWords}`)
    .option("--currency <code...>", "only amounts in these currencies, like USD; home for your own")
    .option("--confirmed", "only what a bank's file has confirmed")
    .option("--unconfirmed", "only what no bank's file has confirmed");

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

/** @throws CliError usage */
function appendMore(parameters: URLSearchParams, options: FilterOptions): void {
  const { kind = [], account = [], currency = [], confirmed, unconfirmed } = options;
  for (const each of parseKinds(kind)) parameters.append("kind", each);
  if (account.some((name) => name.trim() === ""))
    throw usageError("There is no account to look for.");
  for (const name of account) {
    parameters.append("account", parseTextAnswer(expenseFields.account, name) ?? name);
  }
  for (const code of currency) parameters.append("currency", parseOwnCurrency(code));
  if (confirmed && unconfirmed) {
    throw usageError("--confirmed and --unconfirmed contradict each other.", "Give one of them.");
  }
  if (confirmed || unconfirmed) parameters.append("confirmed", String(confirmed === true));
}

const home = "home";

/** `home`, or a code. @throws CliError usage */
const parseOwnCurrency = (text: string): string =>
  text.trim().toLowerCase() === home ? home : parseCurrency(text);

/** The filter as the API's parameters, without the days. @throws CliError usage */
export function filterParameters(
  options: FilterOptions,
  { parseAmount }: Pick<Reading, "parseAmount">,
): URLSearchParams {
  const { category = [], tag = [], query, description, min, max } = options;
  const parameters = new URLSearchParams();
  // `settleCategories` turns words into keys, once there is a connection.
  for (const word of category) parameters.append("category", word);
  for (const label of parseTags(tag)) parameters.append("tag", label);
  if (query?.trim() === "" || description?.trim() === "")
    throw usageError("There is no text to look for.");
  if (query !== undefined) parameters.append("q", query);
  if (description !== undefined) parameters.append("description", description);
  if (min !== undefined) parameters.append("min", centsToText(parseAmount(min)));
  if (max !== undefined) parameters.append("max", centsToText(parseAmount(max)));
  appendMore(parameters, options);
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
