import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { type KeptExpense, outboxFile } from "../../outbox/outbox-file.ts";
import { moneyIn } from "../../terminal/amounts.ts";
import { type Column, table } from "../../terminal/table.ts";
import { expenseColumns } from "../expense/expense-table.ts";
import { categoryOrSentKind, sentAmountText } from "../expense/kinds/sent-text.ts";
import { withExamples } from "../../help/examples.ts";

const columns: readonly Column[] = [
  // With the state in the table, forty columns have no room for everything.
  ...expenseColumns.map((column) =>
    column.title === "CATEGORY" ? { ...column, isOptional: true } : column,
  ),
  { title: "STANDING", isFlexible: true, least: 5 },
  { title: "FOR", isFlexible: true, isOptional: true },
];

const standingText = ({ refused, may_have_arrived }: KeptExpense): string => {
  if (refused !== null) return `refused: ${refused.replaceAll("\n", " ")}`;
  return may_have_arrived ? "waits; no answer yet" : "waits";
};

export function outboxListCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const every = await outboxFile(cli.configFolder).all();
    const money = moneyIn((await cli.config.read()).currency);
    const rows = every.map((kept) => [
      String(kept.id),
      kept.expense.date,
      categoryOrSentKind(kept.expense),
      sentAmountText(kept.expense, money),
      kept.expense.description,
      standingText(kept),
      `${kept.user} at ${kept.server}`,
    ]);
    cli.show(every, () => (rows.length === 0 ? "" : table(columns, rows, cli.io.columns)));
    if (rows.length === 0) cli.note("No expenses are waiting to be sent.");
  });
  withExamples(command, [
    ["List waiting expenses, and those that a server refused", "outlay outbox list"],
    ["Print them for a program", "outlay outbox list --json"],
  ]);
}
