import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf, writeBudgetStatus } from "@outlay/shared";
import { fetchBudgetStatus } from "../../api/fetch-budget-status.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { wrapSaid } from "../../terminal/wrap.ts";
import { withExamples } from "../../help/examples.ts";
import { printable } from "../../terminal/printable.ts";
import { statusBlocks } from "./status-blocks.ts";
import { statusText } from "./status-text.ts";
import { unconvertedBudgets } from "./unconverted-budgets.ts";

export function statusCommand(command: Command, cli: Cli) {
  command.option("-d, --date <date>", `the day: ${dayForms}`, "today").action(async (options) => {
    const today = calendarDayOf(cli.clock());
    const date = parseDay(options.date, today);
    const connection = await cli.connect();
    const { send, money, categories } = connection;
    await loadLabels(cli, connection);
    const entries = await fetchBudgetStatus(send, date);
    cli.showWritten(writeBudgetStatus(entries), () => {
      if (entries.length === 0) return "";
      const { colors } = cli;
      const blocks = statusBlocks(entries, {
        today,
        money,
        label: (key: string | null) => printable(categories.label(key)),
      });
      const left = unconvertedBudgets(entries, (key) => categories.label(key));
      const more = left === undefined ? "" : `\n${wrapSaid(left, cli.io.columns)}\n`;
      return `${statusText(blocks, { width: cli.io.columns, colors })}${more}`;
    });
    if (entries.length === 0) {
      cli.note(`No budget applies on ${date}. Set one: outlay budget add 400 -c food`);
    }
  });
  withExamples(command, [
    ["See what is left now", "outlay budget status"],
    ["See how last month ended", "outlay budget status --date 2026-10-31"],
  ]);
}
