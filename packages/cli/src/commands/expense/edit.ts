import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf, centsToText, expenseCategories } from "@outlay/shared";
import { parseAmount } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { parseRecordId } from "../../arguments/record-id.ts";
import { parseTags } from "../../arguments/tags.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { editNoted } from "../../undo/note-change.ts";
import { withExamples } from "../examples.ts";
import { expenseNoun } from "./expense-noun.ts";

interface EditOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
  clearTags?: true | undefined;
}

/** What is to change, and nothing else. @throws CliError usage */
function parseEdit(options: EditOptions, today: string): object {
  const { amount, description, category, date, tag, clearTags } = options;
  if (tag && clearTags)
    throw usageError("--tag and --clear-tags contradict each other.", "Give one of them.");
  const changes = {
    ...(amount === undefined ? {} : { amount: centsToText(parseAmount(amount)) }),
    ...(description === undefined ? {} : { description }),
    ...(category === undefined
      ? {}
      : { category: parseChoice("Category", category, expenseCategories) }),
    ...(date === undefined ? {} : { date: parseDay(date, today) }),
    ...(tag === undefined ? {} : { tags: parseTags(tag) }),
    ...(clearTags ? { tags: [] } : {}),
  };
  if (Object.keys(changes).length > 0) return changes;
  throw usageError(
    "Nothing to change was named.",
    "Name it: --amount, --description, --category, --date, --tag or --clear-tags.",
  );
}

export function editCommand(command: Command, cli: Cli) {
  command
    .argument("<id>", "the expense's id")
    .option("-a, --amount <amount>", "how much")
    .option("-m, --description <text>", "what for")
    .option("-c, --category <category>", `one of ${expenseCategories.join(", ").toLowerCase()}`)
    .option("-d, --date <date>", `when: ${dayForms}`)
    .option("-t, --tag <tag...>", "labels, in the place of those it has")
    .option("--clear-tags", "no labels")
    .action(async (id, options) => {
      const recordId = parseRecordId(id);
      const changes = parseEdit(options, calendarDayOf(cli.clock()));
      const connection = await cli.connect("edit");
      const expense = await editNoted(cli, connection, expenseNoun, [recordId, changes]);
      cli.report(expense, `Changed ${printable(expenseNoun.summary(expense, connection.money))}`);
    });
  withExamples(command, [
    ["It was 13.50, not 12.50", "outlay edit 12 --amount 13.50"],
    ["Another category and another day", "outlay edit 12 -c transport -d yesterday"],
  ]);
}
