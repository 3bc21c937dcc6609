import type { Command } from "@commander-js/extra-typings";
import { counted, expenseKinds } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { Connection } from "../../connection.ts";
import { settleCategories } from "../../arguments/category.ts";
import type { Cli } from "../../cli.ts";
import { exportFormats } from "../../export/export-text.ts";
import { checkNewFile, writeNewFile } from "../../files/new-file.ts";
import { ownFolders } from "../../files/own-folders.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import { countedKinds } from "../expense/kinds/counted-kinds.ts";
import { addKinds } from "../expense/kinds/filter-kinds.ts";
import {
  filterParameters,
  ofAccounts,
  parsePeriod,
  withDays,
  withFilterOptions,
} from "../expense/filter-options.ts";
import { formatNames, isJournal, parseExport } from "./export-options.ts";
import { Exporting } from "./exporting.ts";
import { ownAmounts } from "./own-amounts.ts";
import { warnOfOthers } from "./left-out.ts";

/** Names the home currency: an account with another one would take an amount without it for its own. */
const withHome =
  ({ home }: Pick<Connection, "home">) =>
  (expense: Expense): Expense => ({ ...expense, currency: expense.currency ?? home.code ?? null });

export function exportCommand(command: Command, cli: Cli) {
  withFilterOptions(command)
    .option("--of-account <name...>", ofAccounts)
    .option(
      "--format <format>",
      `${formatNames.join(", ")}; by default, from the file's name, or csv`,
    )
    .option("-o, --output <file>", "the file to create; standard output by default")
    .option("-f, --force", "replace the file if it exists")
    .option("--spreadsheet-safe", "write CSV whose text a spreadsheet can't take for a formula")
    .option("--account <name>", "in journals: where the money lay, for records without an account")
    .action(async ({ account, ofAccount, ...options }) => {
      const { format, file } = parseExport({ ...options, account }, cli.globals.json);
      const reading = await cli.reading();
      const period = parsePeriod(options, reading.today);
      const filter = filterParameters({ ...options, account: ofAccount }, reading);
      const parameters = withDays(filter, period);
      const isOfAskedKinds = parameters.has("kind");
      if (isJournal(format)) addKinds(parameters, expenseKinds);
      parameters.set("order", "date");
      if (file) await checkNewFile(file, await ownFolders(cli));
      const connection = await cli.connect();
      const { expenses, categories } = connection;
      await settleCategories(categories, parameters);
      const known = isJournal(format) ? await categories.known() : undefined;
      const own = isJournal(format) ? await ownAmounts(connection) : { currency: undefined };
      const written = exportFormats[format]({
        isSpreadsheetSafe: options.spreadsheetSafe === true,
        ...own,
        account,
        parentOf: known && ((category) => known.parentOf(category)),
      });
      const named = isJournal(format) ? (expense: Expense) => expense : withHome(connection);
      const exporting = new Exporting(cli, written, named);
      const pages = expenses.pages(parameters, Infinity);
      if (file) {
        await writeNewFile(file, (handle) => exporting.toFile(pages, handle));
        const { count, counts } = exporting;
        const what = count === 0 ? counted(0, "expense") : countedKinds(counts);
        cli.report(
          { file: file.path, format, expenses: count },
          printable(`Exported ${what} to ${file.path}.`),
        );
      } else await exporting.toStdout(pages);
      if (!isOfAskedKinds && !isJournal(format)) await warnOfOthers(cli, expenses, parameters);
    });
  withExamples(command, [
    ["Export everything for a spreadsheet", "outlay export --spreadsheet-safe -o expenses.csv"],
    [
      "Export last month for hledger",
      "outlay export --month last --format hledger | hledger -f - balance",
    ],
    ["Export what came in this year", "outlay export --kind income --year this -o income.csv"],
    [
      "Copy everything into another account",
      "outlay export --kind any | outlay --profile other import - --no-input",
    ],
  ]);
}
