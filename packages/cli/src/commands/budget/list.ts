import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { amountText } from "../../terminal/amounts.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../examples.ts";
import { spanText } from "./budget-noun.ts";

const columns = [
  { title: "ID", align: "right" },
  { title: "CATEGORY" },
  { title: "PERIOD" },
  { title: "AMOUNT", align: "right" },
  { title: "ROLLOVER" },
  { title: "DESCRIPTION", isFlexible: true },
  { title: "WHEN", isFlexible: true },
] as const;

const nothingYet = "No budgets yet. Set one: outlay budget add 400 -c food";
const nothingRemoved = "No budgets in the trash.";

export function listCommand(cli: Cli) {
  const command = new Command("list")
    .alias("ls")
    .description("List budgets.")
    .option("--deleted", "those in the trash")
    .action(async ({ deleted }) => {
      const { budgets } = await cli.connect("budget list");
      const every = await (deleted ? budgets.listRemoved() : budgets.list());
      const rows = every.map((budget) => [
        String(budget.id),
        budget.category,
        budget.period,
        amountText(budget.amount),
        budget.rollover,
        budget.description,
        spanText(budget),
      ]);
      cli.show(every, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
      if (rows.length === 0) cli.note(deleted ? nothingRemoved : nothingYet);
    });
  return withExamples(command, [
    ["All of them", "outlay budget list"],
    ["The same for a program", "outlay budget list --json"],
  ]);
}
