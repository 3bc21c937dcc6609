import { randomUUID } from "node:crypto";
import { Command } from "@commander-js/extra-typings";
import { calendarDayOf, centsToText, expenseCategories } from "@outlay/shared";
import { parseAmount } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseDay } from "../../arguments/day.ts";
import { parseTags } from "../../arguments/tags.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../examples.ts";
import { expenseNoun } from "./expense-noun.ts";

interface AddOptions {
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
}

/** The expense that the words on the command line make. @throws CliError usage */
function parseAdd(
  amount: string,
  description: readonly string[],
  { category, date, tag }: AddOptions,
  today: string,
) {
  const amountCents = parseAmount(amount);
  const text = description.join(" ").trim();
  if (text === "") {
    throw usageError(
      "The description is missing.",
      tag
        ? "Write it before -t: all words behind -t are tags."
        : 'Write it behind the amount: outlay add 12.50 "Lunch" -c food',
    );
  }
  if (category === undefined) {
    throw usageError(
      "The category is missing.",
      `Add -c and one of ${expenseCategories.join(", ").toLowerCase()}.`,
    );
  }
  return {
    amount: centsToText(amountCents),
    description: text,
    category: parseChoice("Category", category, expenseCategories),
    date: date === undefined ? today : parseDay(date, today),
    tags: parseTags(tag ?? []),
    // The server knows it again by this, should the answer get lost on the way.
    external_id: randomUUID(),
  };
}

export function addCommand(cli: Cli) {
  const command = new Command("add")
    .description("Record an expense.")
    .argument("<amount>", "how much: 12, 12.50, 1,234.50, $12.50")
    .argument("[description...]", "what for")
    .option(
      "-c, --category <category>",
      `one of ${expenseCategories.join(", ").toLowerCase()}, or how it begins`,
    )
    .option("-d, --date <date>", "when: 2026-11-22, today, yesterday, -3 (days ago)", "today")
    .option("-t, --tag <tag...>", "labels of your own")
    .action(async (amount, description, options) => {
      const fields = parseAdd(amount, description, options, calendarDayOf(cli.clock()));
      const { expenses } = await cli.connect("add");
      const expense = await expenses.create(fields);
      cli.report(expense, `Recorded ${printable(expenseNoun.summary(expense))}`);
    });
  return withExamples(command, [
    ["What you have just paid", 'outlay add 12.50 "Lunch with Ada" -c food'],
    [
      "Yesterday's taxi, with labels",
      "outlay add 30 Taxi home -c transport -d yesterday -t work trip",
    ],
    ["From a script, the record as JSON", "outlay add 4.20 Coffee -c food --json"],
  ]);
}
