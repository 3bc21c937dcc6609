import type { Command } from "@commander-js/extra-typings";
import { parseCurrency } from "../../arguments/currency.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { table } from "../../terminal/table.ts";

const columns = [
  { title: "CURRENCY" },
  { title: "FROM" },
  { title: "RATE", isFlexible: true },
] as const;

export function listCommand(command: Command, cli: Cli) {
  command.argument("[code]", "only the rates of this currency").action(async (code) => {
    const currency = code === undefined ? undefined : parseCurrency(code);
    const { rates, home } = await cli.connect();
    const all = await rates.list();
    const wanted = all.filter((each) => currency === undefined || each.currency === currency);
    cli.show(wanted, () => {
      if (wanted.length === 0) return "";
      const unit = home.code === undefined ? "" : ` ${home.code}`;
      const rows = wanted.map((each) => [each.currency, each.date, `${each.rate}${unit}`]);
      return table(columns, rows, cli.io.columns);
    });
    if (wanted.length === 0) cli.note("No rates yet. Set one: outlay rate set USD 0.92");
  });
  withExamples(command, [
    ["List all of them", "outlay rate list"],
    ["Print those of one currency for a program", "outlay rate list USD --json"],
  ]);
}
