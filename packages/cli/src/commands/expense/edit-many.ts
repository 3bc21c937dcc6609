/** Changes several expenses at once: those with the given ids, or all that a filter selects. */
import type { Command, OptionValues } from "@commander-js/extra-typings";
import { counted, spendingKinds } from "@outlay/shared";
import { changeExpenses, type ChangedExpenses } from "../../api/expense-changes.ts";
import { settleCategories } from "../../arguments/category.ts";
import { dayForms } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { noteMany, noteUncertain } from "../../undo/note-change.ts";
import { addKinds, kindWords } from "./kinds/filter-kinds.ts";
import { type FilterOptions, filterParameters, parsePeriod, withDays } from "./filter-options.ts";

/** The options that select what `--all` changes. Those of which `edit` sets the field have a prefix. */
export interface ManyOptions extends Pick<
  FilterOptions,
  "from" | "to" | "month" | "year" | "query" | "min" | "max"
> {
  all?: true | undefined;
  ofCategory?: string[] | undefined;
  ofTag?: string[] | undefined;
  ofKind?: string[] | undefined;
  ofAccount?: string[] | undefined;
  ofCurrency?: string[] | undefined;
  ofDescription?: string | undefined;
}

export const withManyOptions = <Args extends unknown[], Options extends OptionValues>(
  command: Command<Args, Options>,
) =>
  command
    .option("--all", "change all records that the options below select")
    .option("--of-category <category...>", "with --all: only these categories")
    .option("--of-tag <tag...>", "with --all: only with one of these tags")
    .option("--of-kind <kind...>", `with --all: only these kinds: ${kindWords}`)
    .option("--of-account <name...>", "with --all: only records of these accounts")
    .option("--of-currency <code...>", "with --all: only amounts in these currencies")
    .option("--of-description <text>", "with --all: only with this text in the description")
    .option("--from <date>", `with --all: from this day on: ${dayForms}`)
    .option("--to <date>", "with --all: up to and including this day")
    .option("--month <month>", "with --all: only this month: 2026-11, november, this, last")
    .option("--year <year>", "with --all: only this year: 2026, this, last")
    .option("-q, --query <text>", "with --all: only with this text in description or note")
    .option("--min <amount>", "with --all: only this amount or more")
    .option("--max <amount>", "with --all: only this amount or less");

const filterNames = [
  "ofCategory",
  "ofTag",
  "ofKind",
  "ofAccount",
  "ofCurrency",
  "ofDescription",
  "from",
  "to",
  "month",
  "year",
  "query",
  "min",
  "max",
] as const satisfies readonly (keyof ManyOptions)[];

const flagOf = (name: string) =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** The parameters of the list that the options select. @throws CliError usage */
function filterOf(options: ManyOptions, reading: Reading): URLSearchParams {
  const { ofCategory, ofTag, ofKind, ofAccount, ofCurrency, ofDescription, ...more } = options;
  const filter = filterParameters(
    {
      ...more,
      category: ofCategory,
      tag: ofTag,
      kind: ofKind,
      account: ofAccount,
      currency: ofCurrency,
      description: ofDescription,
    },
    reading,
  );
  // These are the records that a list shows to people.
  addKinds(filter, spendingKinds);
  return withDays(filter, parsePeriod(more, reading.today));
}

/**
 * The records to change if they are several; undefined for one, which `edit` changes or asks for by itself.
 * @throws CliError usage for options that contradict each other
 */
export function parseMany(
  ids: readonly string[],
  options: ManyOptions,
  reading: Reading,
): ChangedExpenses | undefined {
  const filtering = filterNames.find((name) => options[name] !== undefined);
  if (!options.all && filtering !== undefined) {
    throw usageError(
      `${flagOf(filtering)} selects records to change, which needs --all.`,
      "Add --all, or name the records by their ids.",
    );
  }
  if (options.all && ids.length > 0) {
    throw usageError("Ids and --all contradict each other.", "Give one of them.");
  }
  if (options.all) return { filter: filterOf(options, reading) };
  return ids.length > 1 ? { ids: ids.map(parseRecordId) } : undefined;
}

/** The number of records that would be changed, at most. */
async function countOf({ expenses }: Connection, which: ChangedExpenses): Promise<number> {
  if ("ids" in which) return new Set(which.ids).size;
  for await (const { total } of expenses.pages(which.filter, 1)) return total;
  return 0;
}

/** @throws CliError interrupted, if somebody who is asked says no */
async function confirmMany(cli: Cli, connection: Connection, which: ChangedExpenses) {
  const count = await countOf(connection, which);
  if (count === 0) throw new CliError("not_found", "No records match: nothing was changed.");
  if (!cli.prompts || "ids" in which) return;
  if (await cli.prompts.confirm(`Change ${counted(count, "record")}?`)) return;
  throw new CliError("interrupted", "Nothing was changed.");
}

/** Changes all of the records, or none. @throws CliError */
export async function editMany(
  cli: Cli,
  connection: Connection,
  which: ChangedExpenses,
  set: object,
): Promise<void> {
  if ("filter" in which) await settleCategories(connection.categories, which.filter);
  await confirmMany(cli, connection, which);
  const changed = await noteUncertain(cli, connection, "changing several records", () =>
    changeExpenses(connection.send, which, set),
  );
  const { change_id: changeId, changed: count } = changed;
  if (changeId === null) {
    cli.report(changed, "Nothing changed: all of them are like that already.");
    return;
  }
  await noteMany(cli, connection, [changeId, count]);
  cli.report(changed, `Changed ${counted(count, "record")}.`);
  cli.note("To take the change back: outlay undo");
}
