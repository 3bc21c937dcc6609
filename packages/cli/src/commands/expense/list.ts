import type { Command } from "@commander-js/extra-typings";
import { expenseKinds, expenseOrders, grouped, spendingKinds } from "@outlay/shared";
import type { Expense } from "../../api/received/records.ts";
import type { RecordsApi } from "../../api/records-api.ts";
import { settleCategories } from "../../arguments/category.ts";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { showPieces } from "../show-pieces.ts";
import { withExamples } from "../../help/examples.ts";
import { expenseTable } from "./expense-table.ts";
import { expenseNoun } from "./expense-noun.ts";
import { bareWords } from "./bare-words.ts";
import { hintTag } from "./hint-tag.ts";
import { addKinds, isOfSpending } from "./kinds/filter-kinds.ts";
import {
  filterParameters,
  ofAccounts,
  parsePeriod,
  withDays,
  withFilterOptions,
} from "./filter-options.ts";

const defaultCount = 20;

const nothingYet = `No expenses yet. ${expenseNoun.first}`;
const nothingRemoved = "No expenses in the trash.";

function parseCount(text: string): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw usageError(
    `Number "${text}" is not a whole number above 0.`,
    "Write it like -n 50, or use --all.",
  );
}

/**
 * @param hasNoEnd lists everything if no number is given: programs get all records, since they don't see a
 * remark that there are more
 */
function countAsked(number: string | undefined, hasNoEnd: boolean): number {
  if (number !== undefined) return parseCount(number);
  return hasNoEnd ? Infinity : defaultCount;
}

function parseOrder(text: string): string {
  const order = expenseOrders.find((name) => name === text.trim().toLowerCase());
  if (order) return order;
  throw usageError(
    `Order "${text}" is unknown.`,
    "Write date, amount or id; put - in front for descending order: --sort -amount",
  );
}

/** The pages of a list, and in the end how many of the total were shown. */
function counting<Wire>(pages: ReturnType<RecordsApi<Wire>["pages"]>) {
  const counts = { shown: 0, total: 0 };
  async function* pieces() {
    for await (const { records, total } of pages) {
      counts.total = total;
      counts.shown += records.length;
      yield records;
    }
  }
  return { counts, pieces: pieces() };
}

export function listCommand(command: Command, cli: Cli) {
  withFilterOptions(command)
    .option("--account <name...>", ofAccounts)
    .argument("[words...]", "a text to look for in descriptions and notes, as with -q")
    .option("--sort <order>", "date, amount or id; descending with - in front", "-date")
    .option("-n, --number <count>", `how many (default: ${defaultCount}, or all with --json)`)
    .option("-a, --all", "list all of them")
    .option("--deleted", "list the trash")
    .action(async (words, { sort, number, all, deleted = false, ...options }) => {
      const count = countAsked(number, all === true || cli.globals.json);
      const reading = await cli.reading();
      const { today } = reading;
      const filter = bareWords(words, options, { command: "outlay list", today, periods: false });
      const period = parsePeriod(filter, today);
      const parameters = withDays(filterParameters(filter, reading), period);
      const isFiltered = parameters.size > 0;
      const noun = isOfSpending(parameters) ? "expense" : "record";
      // Programs get expenses only, unless they ask for other kinds.
      if (!cli.globals.json) addKinds(parameters, deleted ? expenseKinds : spendingKinds);
      parameters.set("order", parseOrder(sort));
      parameters.set("deleted", String(deleted));
      const connection = await cli.connect();
      const { expenses, money, categories } = connection;
      await settleCategories(categories, parameters);
      await loadLabels(cli, connection);
      const { counts, pieces } = counting(expenses.pages(parameters, count));
      const named = (each: Expense) => labelled(connection, each);
      const hasOtherKinds = !isOfSpending(parameters);
      await showPieces(cli, pieces, expenseTable(cli.io.columns, money, named, hasOtherKinds));
      const { shown, total } = counts;
      if (total === 0 && isFiltered) {
        cli.note(`No ${noun}s match.`);
        await hintTag(cli, connection, filter.query, "outlay list");
      } else if (total === 0) cli.note(deleted ? nothingRemoved : nothingYet);
      else if (count < total) {
        cli.note(`${grouped(shown)} of ${grouped(total)} ${noun}s; show more with -n or --all.`);
      }
    });
  withExamples(command, [
    ["List the newest ones", "outlay list"],
    ["See what was spent on food in November", "outlay list -c food --month november --all"],
    [
      "List the most expensive with some word in the description",
      "outlay list taxi --sort -amount",
    ],
    ["List what came in this year", "outlay list --kind income --year this"],
    ["Print all expenses for a program", "outlay list --json"],
    ["Print records of all kinds for a program", "outlay list --kind any --json"],
  ]);
}
