import type { Command } from "@commander-js/extra-typings";
import {
  type CalendarDate,
  centsToText,
  expenseCategories,
  isBuiltInCategory,
  isSpendingKind,
  type SentExpense,
} from "@outlay/shared";
import { FieldsIgnored } from "../../api/earlier/ignored-fields.ts";
import type { Expense } from "../../api/received/records.ts";
import { mayNameCurrency } from "../../arguments/money.ts";
import { dayForms } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";
import { labelled, loadLabels } from "../../categories/labelled.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import type { Connection } from "../../connection.ts";
import { toCliError } from "../../errors/present-error.ts";
import { keepExpense, mayKeep, withOutboxHint } from "../../outbox/keep-expense.ts";
import type { KeptExpense } from "../../outbox/outbox-file.ts";
import { keptSummary } from "../outbox/kept-summary.ts";
import { printable } from "../../terminal/printable.ts";
import { noteNew, noteUncertain } from "../../undo/note-change.ts";
import { type Example, withExamples } from "../../help/examples.ts";
import { settleCategory } from "../../categories/settle-category.ts";
import { type CompleteExpense, completeExpense, requireWords } from "./complete-expense.ts";
import { expenseNoun } from "./expense-noun.ts";
import { settleDay, warnOfFarDay } from "./far-day.ts";
import { guessCategory } from "./guess-category.ts";
import { type GivenExpense, parseGiven } from "./parse-add.ts";
import { ownCurrency } from "../../money/own-currency.ts";
import { tellBudgetLeft } from "./tell-budget-left.ts";

const categoryList = expenseCategories.join(", ").toLowerCase();

async function complete(
  cli: Cli,
  { expenses, categories }: Connection,
  parsed: GivenExpense,
  reading: Reading,
): Promise<CompleteExpense> {
  const given = await settleCategory(cli, categories, parsed);
  const isGuessing = given.category === undefined && isSpendingKind(given.more.kind);
  const rules = isGuessing ? await cli.rules.read() : [];
  return completeExpense(given, {
    prompts: cli.prompts,
    reading,
    categories,
    guess: (what, kind) => {
      const guessing = { rules, today: reading.today, isRefund: kind === "REFUND" };
      return guessCategory(cli, { expenses }, guessing, what);
    },
  });
}

interface Recording {
  /** The source of a guessed category. */
  guessedBy: string | undefined;
  isOfflineOk: boolean;
  today: CalendarDate;
}

/** Notes the expense that was recorded otherwise than meant, and returns the error with the way out. */
async function notTaken(
  cli: Cli,
  connection: Connection,
  error: FieldsIgnored,
): Promise<FieldsIgnored> {
  await noteNew(cli, connection, "add", ["expense", error.record]);
  const recorded = printable(expenseNoun.summary(error.record, connection.money));
  return error.withHint(
    `Recorded was ${recorded}. To remove it: outlay rm ${error.record.id}. Update the server to record it as it was meant.`,
  );
}

/** Sends the expense; queues it if the server is unreachable and queueing is allowed. @throws CliError */
async function record(
  cli: Cli,
  connection: Connection,
  { amountCents, text, category, date, tags, more }: Omit<CompleteExpense, "guessedBy">,
  { guessedBy, isOfflineOk, today }: Recording,
): Promise<void> {
  const { expenses, money, logInOptions } = connection;
  const source = guessedBy === undefined ? "" : `  (category from ${guessedBy})`;
  const fields: Required<SentExpense> = {
    amount: centsToText(amountCents),
    description: text,
    category,
    date,
    tags: [...tags],
    // The server recognises the expense by this id if the answer gets lost and it is sent again.
    external_id: crypto.randomUUID(),
    ...more,
  };
  const keepOrThrow = async (error: unknown): Promise<KeptExpense> => {
    if (!mayKeep(cli, logInOptions, isOfflineOk)) throw error;
    return keepExpense(cli, logInOptions, fields, error);
  };
  let expense: Expense;
  try {
    expense = await expenses.create(fields);
  } catch (error) {
    if (error instanceof FieldsIgnored) throw await notTaken(cli, connection, error);
    const kept = await noteUncertain(cli, connection, `adding "${text}"`, () => keepOrThrow(error));
    cli.report(kept, `Saved ${printable(keptSummary(kept, money))}${source}`);
    warnOfFarDay(cli, date, today, `outlay outbox drop ${kept.id}`);
    cli.note(printable(toCliError(error).message));
    cli.note("It will be sent as soon as a command reaches the server. See: outlay outbox list");
    return;
  }
  await noteNew(cli, connection, "add", ["expense", expense]);
  // A guessed category of the user's own has a name that may not have been fetched.
  if (expense.category !== null && !isBuiltInCategory(expense.category))
    await loadLabels(cli, connection);
  const shown = labelled(connection, expense);
  cli.report(expense, `Recorded ${printable(expenseNoun.summary(shown, money))}${source}`);
  warnOfFarDay(cli, expense.date, today, `outlay edit ${expense.id} -d DAY`);
  await tellBudgetLeft(cli, connection, expense);
}

const examples: readonly [Example, Example, ...Example[]] = [
  ["Record what you have just paid", 'outlay add 12.50 "Lunch with Ada" -c food'],
  [
    "Record yesterday's taxi, with labels",
    "outlay add 30 Taxi home -c transport -d yesterday -t work trip",
  ],
  ["Use as few words as possible", "outlay add 4.20 'Coffee @food #work'"],
  ["Take a refund off what was spent", "outlay add -20 Zara"],
  ["Record your pay", "outlay add 2500 Salary --income --account Giro"],
  ["Record money that you moved to savings", "outlay add 300 To savings --transfer --account Giro"],
  ["Record a hotel that you paid in dollars", 'outlay add "30 USD" Hotel -c misc'],
  ["Be asked for everything", "outlay add"],
  ["Get the record as JSON, in a script", "outlay add 4.20 Coffee -c food --json"],
  ["Record offline, and send it later", "outlay add 4.20 Coffee -c food --offline-ok"],
];

export function addCommand(command: Command, cli: Cli) {
  command
    .argument(
      "[amount]",
      "how much: 12, 12.50, 12,50, 1,234.50, '$12.50', '30 USD'; negative for a refund; asked for if left out",
    )
    .argument(
      "[description...]",
      "what for; may contain the category as '@food' and tags as '#work', in quotes",
    )
    .option(
      "-c, --category <category>",
      `${categoryList}, or one of your own, or first letters; by default, from your rules or history`,
    )
    .option("-d, --date <date>", `when: ${dayForms}; today if left out`)
    .option("-t, --tag <tag...>", "labels of your own")
    .option("--refund", "money that came back for an expense; a negative amount means the same")
    .option("--income", "other money that came in; it has no category")
    .option("--transfer", "money that moved between accounts of your own; it has no category")
    .option(
      "--direction <direction>",
      "of a transfer: out of its account, as usual, or in; the other half is recorded by itself",
    )
    .option("--account <name>", "the account in which the money lay: Giro, Cash")
    .option("--note <text>", "a remark")
    .option("--currency <code>", "the currency of the amount, like USD")
    .option("--offline-ok", "also in a script: save it here if the server can't be reached")
    .action(async (amount, description, options) => {
      const isNamed =
        amount === undefined
          ? cli.prompts !== undefined
          : [amount, ...description.slice(0, 1)].some(mayNameCurrency);
      const early = isNamed ? await cli.connect() : undefined;
      const reading = await cli.reading(early && (await ownCurrency(early)));
      const given = parseGiven(amount, description, options, reading);
      if (!cli.prompts) requireWords(given, options.tag !== undefined);
      const connection = early ?? (await cli.connect());
      const isOfflineOk = options.offlineOk === true;
      try {
        const { guessedBy, ...expense } = await complete(cli, connection, given, reading);
        const { today } = reading;
        if (cli.prompts) expense.date = await settleDay(cli.prompts, expense.date, today);
        await record(cli, connection, expense, { guessedBy, isOfflineOk, today });
      } catch (error) {
        const isKeeping = cli.prompts !== undefined || isLocal(connection.target);
        const isAllGiven = isOfflineOk && (given.category ?? given.categoryWord) !== undefined;
        throw isKeeping || isAllGiven ? error : withOutboxHint(error);
      }
    });
  withExamples(command, examples);
}
