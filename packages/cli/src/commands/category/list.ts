import type { Command } from "@commander-js/extra-typings";
import type { KnownCategory } from "../../categories/known-categories.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { table } from "../../terminal/table.ts";
import { inTree } from "./category-text.ts";

const columns = [
  { title: "NAME", isFlexible: true, least: 6 },
  { title: "KEY", isFlexible: true, least: 6 },
  { title: "", isOptional: true },
] as const;

const remark = ({ archived, builtin }: KnownCategory): string =>
  [builtin ? "built in" : "", archived ? "archived" : ""].filter((part) => part !== "").join(", ");

export function listCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { categories } = await cli.connect();
    const known = await categories.known();
    cli.show(known.all, () => {
      const rows = inTree(known).map((category) => [
        `${category.parent === null ? "" : "  "}${category.name}`,
        category.key,
        remark(category),
      ]);
      return table(columns, rows, cli.io.columns);
    });
    if (!known.hasOwn) cli.note("Pick some of your own from a list: outlay category starter");
  });
  withExamples(command, [
    ["List all of them, those below others behind them", "outlay category list"],
    ["Print them for a program", "outlay category list --json"],
  ]);
}
