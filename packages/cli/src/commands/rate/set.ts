import type { Command } from "@commander-js/extra-typings";
import { type CalendarDate, calendarDayOf, type WireRate } from "@outlay/shared";
import { parseCurrency } from "../../arguments/currency.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { ask } from "../../terminal/ask.ts";
import { parseRateText } from "./parse-rate-text.ts";
import { rateWords } from "./rate-words.ts";

/** The day of the first record in a currency; undefined if there is none. */
async function firstDayIn({ expenses }: Connection, currency: string) {
  const parameters = new URLSearchParams({ kind: "any", currency, order: "date" });
  for await (const { records } of expenses.pages(parameters, 1)) {
    const [first] = records;
    if (first) return first.date;
  }
  return undefined;
}

/**
 * The day of the first record that would still have no rate if one held from `day` on; undefined if there is
 * none.
 */
async function firstWithoutRate(
  connection: Connection,
  currency: string,
  day: CalendarDate,
): Promise<CalendarDate | undefined> {
  const firstDay = await firstDayIn(connection, currency);
  if (firstDay === undefined || firstDay >= day) return undefined;
  const known = (await connection.rates.list()).filter((rate) => rate.currency === currency);
  return known.some(({ date }) => date <= firstDay) ? undefined : firstDay;
}

const missing = (what: string) =>
  usageError(`The ${what} is missing.`, "Write both: outlay rate set USD 0.92");

const ofHome = (currency: string) =>
  usageError(
    `${currency} is your home currency, to which rates convert.`,
    "Write the rate of another currency: outlay rate set USD 0.92",
  );

async function askWords(
  cli: Cli,
  code: string | undefined,
  rate: string | undefined,
): Promise<{ currency: string; rate: string }> {
  const { prompts } = cli;
  if (code === undefined && !prompts) throw missing("currency");
  if (rate === undefined && !prompts) throw missing("rate");
  const currency =
    code === undefined && prompts
      ? await ask(prompts, "Currency:", parseCurrency)
      : parseCurrency(code ?? "");
  const question = `Units of your home currency for 1 ${currency}:`;
  return {
    currency,
    rate:
      rate === undefined && prompts
        ? await ask(prompts, question, parseRateText)
        : parseRateText(rate ?? ""),
  };
}

export function setCommand(command: Command, cli: Cli) {
  command
    .argument("[code]", "the currency, like USD")
    .argument("[rate]", "how many units of your home currency one unit is worth: 0.92")
    .argument("[date]", `the day from which it holds: ${dayForms}; today if left out`)
    .action(async (code, rateGiven, dayGiven) => {
      const today = calendarDayOf(cli.clock());
      const day = dayGiven === undefined ? undefined : parseDay(dayGiven, today);
      if (code !== undefined) parseCurrency(code);
      if (rateGiven !== undefined) parseRateText(rateGiven);
      const { currency, rate } = await askWords(cli, code, rateGiven);
      const connection = await cli.connect();
      const { rates, home } = connection;
      const from = day ?? today;
      const earlier =
        day === undefined ? await firstWithoutRate(connection, currency, from) : undefined;
      const days = earlier === undefined ? [from] : [earlier, from];
      await rates.setAll(days.map((date) => ({ currency, date, rate }))).catch((error: unknown) => {
        throw home.code === currency ? ofHome(currency) : error;
      });
      const stored: WireRate[] = days.map((date) => ({ currency, date, rate }));
      const lines = [
        `From ${from} on, ${rateWords({ currency, rate }, home.code)}.`,
        ...(earlier === undefined
          ? []
          : [`So it is from ${earlier} on, the day of the first record that had no rate.`]),
      ];
      cli.report(stored, lines.join("\n"));
      if (home.code === undefined && home.hasAnswered) {
        cli.note(
          "Your home currency isn't set, so the rate is to the currency of your amounts without one. Set it with: outlay config set currency CODE",
        );
      }
    });
  withExamples(command, [
    ["Say that a dollar is worth 0.92 euros from today on", "outlay rate set USD 0.92"],
    ["Say it for an earlier day", "outlay rate set USD 0.93 2026-11-02"],
  ]);
}
