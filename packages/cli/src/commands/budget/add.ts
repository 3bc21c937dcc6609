import type { Command } from "@commander-js/extra-typings";
import { budgetCategories } from "@outlay/shared";
import { refuseAmountInWords } from "../../arguments/amount.ts";
import { codeIn } from "../../arguments/money.ts";
import { categoryKeyOrNew } from "../../arguments/category.ts";
import { labelled } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { noteNew, noteUncertain } from "../../undo/note-change.ts";
import { withExamples } from "../../help/examples.ts";
import { askNewBudget } from "./ask-budget.ts";
import { budgetHelp, type BudgetOptions, parseBudgetFields } from "./budget-fields.ts";
import { budgetNoun } from "./budget-noun.ts";

/** @throws CliError usage */
function requireWords({ amount, category }: BudgetOptions): void {
  if (amount === undefined) {
    throw usageError("The amount is missing.", "Write it like: outlay budget add 400 -c food");
  }
  if (category === undefined) {
    throw usageError(
      "The category is missing.",
      `Add -c and one of ${budgetCategories.join(", ").toLowerCase()}.`,
    );
  }
}

/** Refuses `30 USD Hotel`, because budgets are in the user's own currency. @throws CliError usage */
function refuseForeignWord(amount: string, words: readonly string[], own: string | undefined) {
  const [next = ""] = words;
  const code = codeIn(next);
  if (code === undefined || code === own) return;
  throw usageError(
    `Amount "${amount} ${next}" names a currency, and budgets are in your own.`,
    `Convert it and write it without ${next}, or put quotes around the description: ${amount} "${words.join(" ")}"`,
  );
}

export function addCommand(command: Command, cli: Cli) {
  command
    .argument("[amount]", "how much for each period: 400, 1,234.50; asked for if left out")
    .argument("[description...]", "what for; the category's name if left out")
    .option("-c, --category <category>", budgetHelp.category)
    .option("-p, --period <period>", `${budgetHelp.period} (default: monthly)`)
    .option("--starts <date>", budgetHelp.starts)
    .option("--ends <date>", budgetHelp.ends)
    .option("--rollover <rollover>", budgetHelp.rollover, "none")
    .action(async (amount, words, options) => {
      const reading = await cli.reading();
      const given = { ...options, amount };
      if (amount !== undefined) {
        refuseForeignWord(amount, words, reading.currency);
        refuseAmountInWords(amount, words);
      }
      // Errors are reported before anything is asked.
      parseBudgetFields(given, reading);
      if (!cli.prompts) requireWords(given);
      const connection = await cli.connect();
      const { budgets, money, categories } = connection;
      const { prompts } = cli;
      const complete = prompts
        ? await askNewBudget({ prompts, categories }, given, reading)
        : given;
      const parsed = { period: "MONTHLY", ...parseBudgetFields(complete, reading) };
      const asking = { prompts, say: (text: string) => cli.say(text) };
      const key = await categoryKeyOrNew(asking, categories, parsed.category ?? "", "budget");
      const fields = { ...parsed, category: key };
      const label = categories.label(key);
      const description = words.join(" ").trim() || (label === key ? key.toLowerCase() : label);
      const budget = await noteUncertain(cli, connection, `adding budget "${description}"`, () =>
        budgets.create({ ...fields, description }),
      );
      await noteNew(cli, connection, "add", ["budget", budget]);
      cli.report(
        budget,
        `Set ${printable(budgetNoun.summary(labelled(connection, budget), money))}`,
      );
    });
  withExamples(command, [
    ["Plan 400 a month for food", "outlay budget add 400 -c food"],
    [
      "Set a weekly budget that carries over what is left",
      "outlay budget add 50 Bus and train -c transport -p weekly --rollover surplus",
    ],
    ["Be asked for everything it needs", "outlay budget add"],
    ["Set a savings goal for this year", "outlay budget add 1,200 Holidays -c savings -p yearly"],
  ]);
}
