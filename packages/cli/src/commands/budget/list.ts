import type { Command } from "@commander-js/extra-typings";
import { wordText } from "../../api/received/open-object.ts";
import { settleCategories } from "../../arguments/category.ts";
import { loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../../help/examples.ts";
import { budgetNoun, spanText } from "./budget-noun.ts";

const columns = [
  { title: "ID", align: "right" },
  { title: "CATEGORY", least: 4 },
  { title: "PERIOD" },
  { title: "AMOUNT", align: "right" },
  { title: "ROLLOVER", isOptional: true },
  { title: "DESCRIPTION", isFlexible: true, least: 4 },
  { title: "WHEN", isFlexible: true, isOptional: true },
] as const;

const nothingYet = `No budgets yet. ${budgetNoun.first}`;
const nothingRemoved = "No budgets in the trash.";

export function listCommand(command: Command, cli: Cli) {
  command
    .option("-c, --category <category...>", "only these categories, or their first letters")
    .option("--deleted", "list the trash")
    .action(async ({ category = [], deleted = false }) => {
      const parameters = new URLSearchParams({ deleted: String(deleted) });
      for (const word of category) parameters.append("category", word);
      const connection = await cli.connect();
      const { budgets, money, categories } = connection;
      await settleCategories(categories, parameters, "budget");
      await loadLabels(cli, connection);
      const every = await budgets.list(parameters);
      const rows = every.map((budget) => [
        String(budget.id),
        categories.label(budget.category),
        wordText(budget.period),
        money.ofWire(budget.amount),
        wordText(budget.rollover),
        budget.description,
        spanText(budget),
      ]);
      cli.show(every, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
      if (rows.length > 0) return;
      if (category.length > 0) cli.note("No budgets match.");
      else cli.note(deleted ? nothingRemoved : nothingYet);
    });
  withExamples(command, [
    ["List all of them", "outlay budget list"],
    ["List your savings goals", "outlay budget list -c savings"],
    ["Print them for a program", "outlay budget list --json"],
  ]);
}
