import type { Command, CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { meantVerb } from "../../program/named-command.ts";

/**
 * commander assigns this command's options to it wherever they are typed, even after a subcommand: this
 * passes on those that the subcommand knows, and refuses the others like any unknown option.
 */
function handOn(command: CommandUnknownOpts, verb: CommandUnknownOpts): void {
  for (const option of command.options) {
    const name = option.attributeName();
    if (command.getOptionValueSource(name) !== "cli") continue;
    if (!verb.options.some(({ long }) => long === option.long)) {
      verb.error(`error: unknown option '${option.long}'`);
    }
    verb.setOptionValueWithSource(name, command.getOptionValue(name), "cli");
  }
}

export function importCommand(command: Command, cli: Cli) {
  command
    .argument("[file]", "the file, or - for standard input")
    .option("--account <name>", "the account the file belongs to, if the file doesn't say")
    .option("--currency <code>", "the currency of the amounts, like USD, if the file doesn't say")
    .option("--format <name>", "a format saved with --save-as; auto uses none")
    .option("--save-as <name>", "save how this file is read, for the next ones")
    .option("--map <columns>", "assign columns: date=Booked,amount=3 (name, or number from 1)")
    .option("--delimiter <character>", "the character between cells")
    .option("--encoding <name>", "the file's encoding, such as utf-8 or windows-1252")
    .option("--decimal <mark>", "the decimal mark: . or ,")
    .option("--date-format <format>", "the order of day, month and year: DD/MM/YYYY")
    .option("--sign <sign>", "which amounts are expenses: expense-negative, expense-positive")
    .option("-c, --category <category>", "the category for expenses without another one")
    .option("--new-categories", "make categories of the file's words that stand for none")
    .option("--skip-invalid", "leave out rows that can't be read (the exit code is still 8)")
    .option("--skip-other-lists", "leave out rows that belong to other lists in the file")
    .option("--strict-balance", "import nothing if the balance doesn't match the rows")
    .option("--rejects <file>", "write rejected rows to a file, to be corrected and imported")
    .option("--dry-run", "only show what would be imported")
    .option("--plan <file>", "with --dry-run: save the plan to a file")
    .option("--apply <plan>", "carry out a saved plan")
    .option("-y, --yes", "import without asking")
    .hook("preSubcommand", handOn)
    .action(async (file, options) => {
      const { runImport } = await import("./run-import.ts");
      const hint = file === undefined ? undefined : meantVerb(command, file);
      await runImport(cli, { file, hint }, options);
    });
  withExamples(command, [
    ["See what a file contains, then decide", "outlay import bank.csv"],
    [
      "Import by cron, without questions",
      "outlay import bank.csv --account giro --no-input --json",
    ],
    [
      "Preview now, and import exactly that later",
      "outlay import bank.csv --dry-run --plan march.plan",
    ],
    ["Say which is the day and which the month", "outlay import bank.csv --date-format DD/MM/YYYY"],
  ]);
}
