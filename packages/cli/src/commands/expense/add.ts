import type { Command } from "@commander-js/extra-typings";
import { calendarDayOf, centsToText, expenseCategories } from "@outlay/shared";
import { parseAmount } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { parseTags } from "../../arguments/tags.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { compileRules } from "../../rules/compile-rules.ts";
import type { Rule } from "../../rules/rule.ts";
import { printable } from "../../terminal/printable.ts";
import { noteNew } from "../../undo/note-change.ts";
import { withExamples } from "../examples.ts";
import { expenseNoun } from "./expense-noun.ts";
import { tellBudgetLeft } from "./tell-budget-left.ts";

interface AddOptions {
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
}

const categoryList = expenseCategories.join(", ").toLowerCase();

/** The category that was named or, where none was, what the first rule that matches gives. @throws CliError usage */
function categorise(description: string, category: string | undefined, rules: readonly Rule[]) {
  if (category !== undefined) {
    return { category: parseChoice("Category", category, expenseCategories), tags: [] };
  }
  const rule = compileRules(rules)(description);
  if (rule) return rule;
  const named = `Add -c and one of ${categoryList}`;
  if (rules.length === 0) throw usageError("The category is missing.", `${named}.`);
  throw usageError(
    "The category is missing, and no rule matches the description.",
    `${named}, or add a rule: outlay rules add --help`,
  );
}

/**
 * The expense that the words on the command line make.
 * @param rules what the category may come from, where it isn't named
 * @throws CliError usage
 */
function parseAdd(
  amount: string,
  description: readonly string[],
  { category, date, tag }: AddOptions,
  { today, rules }: { today: string; rules: readonly Rule[] },
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
  const given = categorise(text, category, rules);
  return {
    amount: centsToText(amountCents),
    description: text,
    category: given.category,
    date: date === undefined ? today : parseDay(date, today),
    tags: [...parseTags(tag ?? []), ...given.tags],
    // The server knows it again by this, should the answer get lost on the way.
    external_id: crypto.randomUUID(),
  };
}

export function addCommand(command: Command, cli: Cli) {
  command
    .argument("<amount>", "how much: 12, 12.50, 1,234.50, $12.50")
    .argument("[description...]", "what for")
    .option(
      "-c, --category <category>",
      `one of ${categoryList}, or how it begins; else what a rule gives`,
    )
    .option("-d, --date <date>", `when: ${dayForms}`, "today")
    .option("-t, --tag <tag...>", "labels of your own")
    .action(async (amount, description, options) => {
      const today = calendarDayOf(cli.clock());
      const rules = options.category === undefined ? await cli.rules.read() : [];
      const fields = parseAdd(amount, description, options, { today, rules });
      const connection = await cli.connect("add");
      const { expenses, send, money } = connection;
      const expense = await expenses.create(fields);
      await noteNew(cli, connection, "add", ["expense", expense]);
      cli.report(expense, `Recorded ${printable(expenseNoun.summary(expense, money))}`);
      await tellBudgetLeft(cli, { send, money }, expense);
    });
  withExamples(command, [
    ["What you have just paid", 'outlay add 12.50 "Lunch with Ada" -c food'],
    [
      "Yesterday's taxi, with labels",
      "outlay add 30 Taxi home -c transport -d yesterday -t work trip",
    ],
    ["From a script, the record as JSON", "outlay add 4.20 Coffee -c food --json"],
  ]);
}
