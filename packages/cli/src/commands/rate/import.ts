import type { Command } from "@commander-js/extra-typings";
import { counted, type ListedRate, type WireRate } from "@outlay/shared";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { openSource } from "../../import/open-source.ts";
import { printable } from "../../terminal/printable.ts";
import { readReferenceRates } from "./read-reference-rates.ts";
import { type NeededRate, wantedRates } from "./wanted-rates.ts";

async function bytesOf(cli: Cli, file: string): Promise<{ name: string; bytes: Uint8Array }> {
  const source = await openSource(file, cli.io.inputChunks);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of source.chunks()) chunks.push(chunk);
    return { name: printable(source.name), bytes: Buffer.concat(chunks) };
  } finally {
    await source.close();
  }
}

/** The currencies and days of all records in other currencies. */
async function neededRates({ expenses }: Connection): Promise<NeededRate[]> {
  const needed = new Map<string, NeededRate>();
  const parameters = new URLSearchParams({ kind: "any", order: "id" });
  for await (const { records } of expenses.pages(parameters, Infinity)) {
    for (const { currency, date } of records) {
      if (currency !== null) needed.set(`${currency} ${date}`, { currency, date });
    }
  }
  return [...needed.values()];
}

const listed = (codes: Iterable<string>): string => [...new Set(codes)].toSorted().join(", ");

function missingText(missing: readonly NeededRate[]): string {
  const days = missing.map(({ date }) => date).toSorted();
  const [first = ""] = days;
  const when = days.length === 1 ? `on ${first}` : `between ${first} and ${days.at(-1) ?? first}`;
  const what = counted(missing.length, "day");
  return (
    `The table has no rate for ${what} ${when}, of ${listed(missing.map(({ currency }) => currency))}.\n` +
    "Set one by hand: outlay rate set CODE RATE DAY"
  );
}

/** The number of rates that had another value on their day. */
function countReplaced(known: readonly WireRate[], rates: readonly ListedRate[]): number {
  const before = new Map(known.map(({ currency, date, rate }) => [`${currency} ${date}`, rate]));
  return rates.filter(({ currency, date, rate }) => {
    const present = before.get(`${currency} ${date}`);
    return present !== undefined && present !== rate;
  }).length;
}

const replacedText = (count: number): string =>
  count === 0 ? "" : ` ${count} of them replaced another rate of the day.`;

export function importCommand(command: Command, cli: Cli) {
  command
    .argument("<file>", "eurofxref-hist.csv of the European Central Bank, or - for standard input")
    .action(async (file) => {
      const { name, bytes } = await bytesOf(cli, file);
      const table = readReferenceRates(name, bytes);
      const connection = await cli.connect();
      const needed = await neededRates(connection);
      const home = connection.home.code;
      if (home === undefined) {
        throw usageError(
          "Your home currency isn't set, so there is nothing that rates could convert to.",
          "Set it first: outlay config set currency EUR",
        );
      }
      if (home !== "EUR" && !table.codes.includes(home)) {
        throw usageError(
          `The table has no rates for ${home}, your home currency.`,
          "Set rates by hand: outlay rate set USD 0.92",
        );
      }
      const { rates, missing } = wantedRates(table, needed, home);
      const replaced = countReplaced(await connection.rates.list(), rates);
      await connection.rates.setAll(rates);
      const codes = listed(rates.map(({ currency }) => currency));
      cli.report(
        { stored: rates.length, replaced, missing },
        rates.length > 0
          ? `Stored ${counted(rates.length, "rate")} for the days of your records in ${codes}.${replacedText(replaced)}`
          : "Stored no rates: no records are in currencies of the table.",
      );
      if (missing.length > 0) cli.warn(missingText(missing));
    });
  withExamples(command, [
    ["Take the rates for the days of your records", "outlay rate import eurofxref-hist.csv"],
    ["Take them from a program", "unzip -p eurofxref-hist.zip | outlay rate import -"],
  ]);
}
