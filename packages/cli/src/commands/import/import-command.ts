import type { Command, CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { meantVerb } from "../../program/named-command.ts";

/**
 * commander gives this command's options to it wherever they are typed, also behind one of its verbs:
 * the verb gets those that it knows, and refuses the others as it does any that it doesn't know.
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
    .option("--account <name>", "whose account it is, where the file doesn't say")
    .option("--format <name>", "a format kept with --save-as; auto: none of them")
    .option("--save-as <name>", "keep how the file is read, for its next ones")
    .option(
      "--map <columns>",
      "which column is what: date=Booked,amount=3 (name, or number from 1)",
    )
    .option("--delimiter <character>", "what divides the cells")
    .option("--encoding <name>", "such as utf-8 or windows-1252")
    .option("--decimal <mark>", "the decimal mark: . or ,")
    .option("--date-format <format>", "the order of day, month and year: DD/MM/YYYY")
    .option("--sign <sign>", "which amounts are expenses: expense-negative, expense-positive")
    .option("-c, --category <category>", "for what nothing else is known about")
    .option("--skip-invalid", "leave out rows that can't be read (the exit code is 8 all the same)")
    .option("--skip-other-lists", "leave out rows of other lists in the file")
    .option("--strict-balance", "import nothing where the balance doesn't follow from the rows")
    .option("--rejects <file>", "write those rows to a file, to be mended and imported")
    .option("--dry-run", "only show what would be done")
    .option("--plan <file>", "with --dry-run: keep what would be done")
    .option("--apply <plan>", "do what a plan says")
    .option("-y, --yes", "don't ask")
    .hook("preSubcommand", handOn)
    .action(async (file, options) => {
      const { runImport } = await import("./run-import.ts");
      const hint = file === undefined ? undefined : meantVerb(command, file);
      await runImport(cli, { file, hint }, options);
    });
  withExamples(command, [
    ["See what is in it, then decide", "outlay import bank.csv"],
    ["From cron: nothing is asked", "outlay import bank.csv --account giro --no-input --json"],
    ["Only look, and do just that later", "outlay import bank.csv --dry-run --plan march.plan"],
    ["Where day and month can't be told", "outlay import bank.csv --date-format DD/MM/YYYY"],
  ]);
}
