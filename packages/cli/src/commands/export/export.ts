import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import { exportFormats } from "../../export/export-text.ts";
import { checkNewFile, writeNewFile } from "../../files/new-file.ts";
import { ownFolders } from "../../files/own-folders.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import {
  filterParameters,
  parsePeriod,
  withDays,
  withFilterOptions,
} from "../expense/filter-options.ts";
import { formatNames, parseExport } from "./export-options.ts";
import { Exporting } from "./exporting.ts";

export function exportCommand(command: Command, cli: Cli) {
  withFilterOptions(command)
    .option(
      "--format <format>",
      `${formatNames.join(", ")}; by default, from the file's name, or csv`,
    )
    .option("-o, --output <file>", "the file to create; standard output by default")
    .option("-f, --force", "replace the file if it exists")
    .option("--spreadsheet-safe", "write CSV whose text a spreadsheet can't take for a formula")
    .option("--account <name>", "in journals: the account that the money came from")
    .action(async (options) => {
      const { format, file } = parseExport(options, cli.globals.json);
      const reading = await cli.reading();
      const period = parsePeriod(options, reading.today);
      const parameters = withDays(filterParameters(options, reading), period);
      parameters.set("order", "date");
      if (file) await checkNewFile(file, await ownFolders(cli));
      const written = exportFormats[format]({
        isSpreadsheetSafe: options.spreadsheetSafe === true,
        currency: (await cli.config.read()).currency,
        account: options.account,
      });
      const { expenses } = await cli.connect();
      const exporting = new Exporting(cli, written);
      const pages = expenses.pages(parameters, Infinity);
      if (!file) return exporting.toStdout(pages);
      await writeNewFile(file, (handle) => exporting.toFile(pages, handle));
      const { count } = exporting;
      cli.report(
        { file: file.path, format, expenses: count },
        printable(`Exported ${counted(count, "expense")} to ${file.path}.`),
      );
    });
  withExamples(command, [
    ["Export everything for a spreadsheet", "outlay export --spreadsheet-safe -o expenses.csv"],
    [
      "Export last month for hledger",
      "outlay export --month last --format hledger | hledger -f - balance",
    ],
    [
      "Copy everything into another account",
      "outlay export | outlay --profile other import - --no-input",
    ],
  ]);
}
