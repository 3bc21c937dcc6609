import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf } from "@outlay/shared";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { editNoted } from "../../undo/note-change.ts";
import { withExamples } from "../examples.ts";
import { budgetHelp, parseBudgetFields } from "./budget-fields.ts";
import { budgetNoun } from "./budget-noun.ts";

export function editCommand(command: Command, cli: Cli) {
  command
    .argument("<id>", "the budget's id")
    .option("-a, --amount <amount>", "how much for each period")
    .option("-m, --description <text>", "what for")
    .option("-c, --category <category>", budgetHelp.category)
    .option("-p, --period <period>", budgetHelp.period)
    .option("--starts <date>", budgetHelp.starts)
    .option("--ends <date>", budgetHelp.ends)
    .option("--rollover <rollover>", budgetHelp.rollover)
    .action(async (id, options) => {
      const recordId = parseRecordId(id);
      const changes = parseBudgetFields(options, calendarDayOf(cli.clock()));
      if (Object.keys(changes).length === 0) {
        throw usageError(
          "Nothing to change was named.",
          "Name it: --amount, --description, --category, --period, --starts, --ends or --rollover.",
        );
      }
      const connection = await cli.connect("budget edit");
      const budget = await editNoted(cli, connection, budgetNoun, [recordId, changes]);
      cli.report(budget, `Changed ${printable(budgetNoun.summary(budget, connection.money))}`);
    });
  withExamples(command, [
    ["A little more", "outlay budget edit 3 --amount 450"],
    ["The last month it applies", "outlay budget edit 3 --ends 2026-12-31"],
  ]);
}
