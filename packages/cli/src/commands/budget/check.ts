import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf, writeBudgetStatus } from "@outlay/shared";
import { fetchBudgetStatus } from "../../api/fetch-budget-status.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { parsePercent } from "../../arguments/percent.ts";
import { loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { printable } from "../../terminal/printable.ts";
import { unconvertedBudgets } from "./unconverted-budgets.ts";
import { isUsed, standingOf, standingText } from "./standing.ts";

export function checkCommand(command: Command, cli: Cli) {
  command
    .option("--at <share>", "the used share from which a budget is listed: 80%", "100%")
    .option("-d, --date <date>", `the day: ${dayForms}`, "today")
    .action(async (options) => {
      const percent = parsePercent("Threshold", options.at);
      const today = calendarDayOf(cli.clock());
      const date = parseDay(options.date, today);
      const connection = await cli.connect();
      const { send, money, categories } = connection;
      await loadLabels(cli, connection);
      const entries = await fetchBudgetStatus(send, date);
      // Savings are never listed: nobody spends a goal.
      const used = entries.filter((entry) => isUsed(standingOf(entry), percent));
      cli.showWritten(writeBudgetStatus(used), () =>
        used
          .map(
            (entry) =>
              `${printable(categories.label(entry.category))}: ${standingText(entry, today, money)}\n`,
          )
          .join(""),
      );
      // A budget with amounts that count for nothing may be used up without anybody knowing.
      const left = unconvertedBudgets(entries, (key) => categories.label(key));
      if (left !== undefined) cli.warn(left);
      if (used.length > 0) cli.ending = "budget_used";
    });
  withExamples(command, [
    ["Run by cron: prints one line for each budget that is used up", "outlay budget check"],
    ["Be warned before it is too late", "outlay budget check --at 80%"],
  ]);
}
