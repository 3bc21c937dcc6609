import type { Command } from "@commander-js/extra-typings";
import { grouped } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { type AccountCopy, copyAccount } from "../../copy/copy-account.ts";
import { type Copied, copySide } from "../../copy/copy-side.ts";
import { resolveTarget } from "../../config/target.ts";
import { withExamples } from "../../help/examples.ts";
import { progressOn } from "../../terminal/progress.ts";
import { table } from "../../terminal/table.ts";

/** The target of a profile, whatever server other options or the environment name. */
async function profileTarget(cli: Cli, profile: string) {
  const { insecure } = cli.globals;
  const options = { profile, server: undefined, insecure };
  return resolveTarget(options, cli.env, await cli.config.read());
}

const rowOf = (what: string, { copied, there }: Copied) => [
  what,
  grouped(copied),
  there === 0 ? "" : `${grouped(there)} already there`,
];

const columns = [{ title: "" }, { title: "COPIED", align: "right" }, { title: "" }] as const;

function outcomeText(copy: AccountCopy, to: string, width: number | undefined): string {
  const rows = [
    rowOf("Categories of your own", copy.categories),
    rowOf("Rates", copy.rates),
    rowOf("Imports", copy.imports),
    rowOf("Records", copy.expenses),
    rowOf("Budgets", copy.budgets),
  ];
  return `Copied to ${to}:\n${table(columns, rows, width)}`;
}

export function copyToCommand(command: Command, cli: Cli) {
  command
    .argument("<profile>", "the profile of the account to copy to")
    .option("--from <profile>", "the profile of the account to copy; by default, the one in use")
    .action(async (profile, { from: fromProfile }) => {
      const source =
        fromProfile === undefined ? await cli.target() : await profileTarget(cli, fromProfile);
      const from = await copySide(await cli.connect(source));
      const to = await copySide(await cli.connect(await profileTarget(cli, profile)));
      const progress = progressOn(cli.io, !cli.globals.quiet && !cli.globals.json);
      const show = (fraction: number) => progress.show("Copying", fraction);
      const copy = await copyAccount(from, to, show).finally(() => progress.end());
      const { kept, ...counts } = copy;
      cli.show({ from: from.name, to: to.name, ...counts, kept }, () =>
        outcomeText(copy, to.name, cli.io.columns),
      );
      for (const what of kept) cli.warn(`${to.name} keeps its own ${what}.`);
    });
  withExamples(command, [
    ["Move from this machine to your own server", "outlay copy-to home --from local"],
    ["Run it again later: only what is new is copied", "outlay copy-to home --from local"],
  ]);
}
