import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf, centsToText, expenseCategories } from "@outlay/shared";
import { dayForms } from "../../arguments/day.ts";
import type { Cli } from "../../cli.ts";
import { printable } from "../../terminal/printable.ts";
import { noteNew } from "../../undo/note-change.ts";
import { withExamples } from "../examples.ts";
import { completeExpense, requireWords } from "./complete-expense.ts";
import { expenseNoun } from "./expense-noun.ts";
import { guessCategory } from "./guess-category.ts";
import { parseGiven } from "./parse-add.ts";
import { tellBudgetLeft } from "./tell-budget-left.ts";

const categoryList = expenseCategories.join(", ").toLowerCase();

export function addCommand(command: Command, cli: Cli) {
  command
    .argument("[amount]", "how much: 12, 12.50, 1,234.50, $12.50; asked for if left out")
    .argument("[description...]", "what for; @food in it is the category, #work a tag")
    .option(
      "-c, --category <category>",
      `one of ${categoryList}, or how it begins; else what a rule or your history says`,
    )
    .option("-d, --date <date>", `when: ${dayForms}; today if left out`)
    .option("-t, --tag <tag...>", "labels of your own")
    .action(async (amount, description, options) => {
      const today = calendarDayOf(cli.clock());
      const given = parseGiven(amount, description, options, today);
      if (!cli.prompts) requireWords(given, options.tag !== undefined);
      const rules = given.category === undefined ? await cli.rules.read() : [];
      const connection = await cli.connect("add");
      const { expenses, money } = connection;
      const { amountCents, text, category, date, tags, guessedBy } = await completeExpense(given, {
        prompts: cli.prompts,
        today,
        guess: (what) => guessCategory(cli, { expenses }, { rules, today }, what),
      });
      const expense = await expenses.create({
        amount: centsToText(amountCents),
        description: text,
        category,
        date,
        tags,
        // The server knows it again by this, should the answer get lost on the way.
        external_id: crypto.randomUUID(),
      });
      await noteNew(cli, connection, "add", ["expense", expense]);
      const source = guessedBy === undefined ? "" : `  (category from ${guessedBy})`;
      const summary = printable(expenseNoun.summary(expense, money));
      cli.report(expense, `Recorded ${summary}${source}`);
      await tellBudgetLeft(cli, connection, expense);
    });
  withExamples(command, [
    ["What you have just paid", 'outlay add 12.50 "Lunch with Ada" -c food'],
    [
      "Yesterday's taxi, with labels",
      "outlay add 30 Taxi home -c transport -d yesterday -t work trip",
    ],
    ["In as few words as can be", "outlay add 4.20 'Coffee @food #work'"],
    ["Asked for all of it", "outlay add"],
    ["From a script, the record as JSON", "outlay add 4.20 Coffee -c food --json"],
  ]);
}
