import { Command } from "@commander-js/extra-typings";
import type { Expense } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { amountText } from "../../terminal/amounts.ts";
import { table } from "../../terminal/table.ts";
import { withExamples } from "../examples.ts";
import { tagsText } from "./expense-noun.ts";

const defaultCount = 20;

const nothingYet = 'No expenses yet. Record one: outlay add 12.50 "Lunch" -c food';
const nothingRemoved = "No expenses in the trash.";

const columns = [
  { title: "ID", align: "right" },
  { title: "DATE" },
  { title: "CATEGORY" },
  { title: "AMOUNT", align: "right" },
  { title: "DESCRIPTION", isFlexible: true },
  { title: "TAGS", isFlexible: true },
] as const;

function parseCount(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw usageError(
    `Number "${text}" is not a whole number above 0.`,
    "Write it like -n 50, or use --all.",
  );
}

const newestFirst = (a: Expense, b: Expense) =>
  a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1;

export function listCommand(cli: Cli) {
  const command = new Command("list")
    .alias("ls")
    .description(`List expenses, the newest ${defaultCount} first.`)
    .option("-n, --number <count>", "how many", String(defaultCount))
    .option("-a, --all", "every one")
    .option("--deleted", "those in the trash")
    .action(async ({ number, all, deleted }) => {
      const count = all ? Infinity : parseCount(number);
      const { expenses } = await cli.connect("list");
      const every = await (deleted ? expenses.listRemoved() : expenses.list());
      const shown = every.toSorted(newestFirst).slice(0, count);
      cli.show(shown, () => (shown.length === 0 ? "" : expenseTable(shown, cli.io.columns)));
      if (every.length === 0) cli.note(deleted ? nothingRemoved : nothingYet);
      else if (shown.length < every.length) {
        cli.note(`${shown.length} of ${every.length} expenses; --all shows every one.`);
      }
    });
  return withExamples(command, [
    ["The newest ones", "outlay list"],
    ["The newest 100", "outlay list -n 100"],
    ["Everything, for a program", "outlay list --all --json"],
  ]);
}

function expenseTable(expenses: readonly Expense[], width: number | undefined): string {
  const rows = expenses.map(({ id, date, category, amount, description, tags }) => [
    String(id),
    date,
    category,
    amountText(amount),
    description,
    tagsText(tags),
  ]);
  return table(columns, rows, width);
}
