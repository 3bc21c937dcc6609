import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf } from "@outlay/shared";
import { parseCurrency } from "../../arguments/currency.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import type { Cli } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { rateWords } from "./rate-words.ts";

export function rmCommand(command: Command, cli: Cli) {
  command
    .argument("<code>", "the currency, like USD")
    .argument("<date>", `the day from which the rate holds: ${dayForms}`)
    .action(async (code, dayGiven) => {
      const currency = parseCurrency(code);
      const date = parseDay(dayGiven, calendarDayOf(cli.clock()));
      const { rates, home } = await cli.connect();
      const rate = await rates.find(currency, date);
      if (!rate) {
        throw new CliError("not_found", `There is no rate for ${currency} from ${date} on.`, {
          hint: `List them with: outlay rate list ${currency}`,
        });
      }
      await rates.remove(currency, date);
      cli.report(rate, `Removed the rate from ${date} on: ${rateWords(rate, home.code)}.`);
      cli.note(`To set it again: outlay rate set ${currency} ${rate.rate} ${date}`);
    });
  withExamples(command, [
    ["Remove a rate", "outlay rate rm USD 2026-11-02"],
    ["Remove the one that was set today", "outlay rate rm USD today"],
  ]);
}
