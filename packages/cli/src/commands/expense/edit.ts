import type { Command } from "@commander-js/extra-typings";
import { expenseCategories, expenseKinds, isSpendingKind } from "@outlay/shared";
import { categoryKeyOrNew, chooseCategory } from "../../arguments/category.ts";
import { namesCurrency } from "../../arguments/money.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { editRecord, idToEdit, nothingNamed } from "../record/edit-record.ts";
import { askId } from "../record/which-record.ts";
import { editMany, type ManyOptions, parseMany, withManyOptions } from "./edit-many.ts";
import { askEdit, type EditedFields } from "./ask-edit.ts";
import { settleDay, warnOfFarDay } from "./far-day.ts";
import { expenseNoun } from "./expense-noun.ts";
import { hasNoCategory } from "./kinds/kind-text.ts";
import { ownCurrency } from "../../money/own-currency.ts";
import { type EditOptions, parseEdit } from "./parse-edit.ts";

/** Looks up the category that is named. */
async function withKey(
  cli: Cli,
  { categories }: Connection,
  changes: Partial<EditedFields>,
): Promise<Partial<EditedFields>> {
  if (typeof changes.category !== "string") return changes;
  const asking = { prompts: cli.prompts, say: (text: string) => cli.say(text) };
  return { ...changes, category: await categoryKeyOrNew(asking, categories, changes.category) };
}

/**
 * Looks up the category that is named, or adds the one that a record needs when it turns into an expense or a refund.
 * @throws CliError usage if nobody can be asked for it
 */
async function withCategory(
  cli: Cli,
  connection: Connection,
  id: number,
  changes: Partial<EditedFields>,
): Promise<Partial<EditedFields>> {
  const { expenses, categories } = connection;
  const { kind, category } = changes;
  if (typeof category === "string") return withKey(cli, connection, changes);
  if (typeof kind !== "string" || !isSpendingKind(kind) || category !== undefined) return changes;
  if (!hasNoCategory(await expenses.find(id))) return changes;
  if (cli.prompts) return { ...changes, category: await chooseCategory(cli.prompts, categories) };
  throw usageError(
    `Record ${id} has no category, and an expense or a refund needs one.`,
    `Add -c: outlay edit ${id} --kind ${kind.toLowerCase()} -c food`,
  );
}

type Options = EditOptions & ManyOptions;

async function edit(cli: Cli, command: Command, ids: readonly string[], options: Options) {
  // Only the server knows whether the currency that is named is the user's own.
  const isNamed = options.amount !== undefined && namesCurrency(options.amount);
  const early = isNamed ? await cli.connect() : undefined;
  const reading = await cli.reading(early && (await ownCurrency(early)));
  const { today } = reading;
  const many = parseMany(ids, options, reading);
  const [id] = ids;
  const known = options.all ? undefined : idToEdit(cli, expenseNoun, command, id, options.amount);
  const date = options.date === undefined ? undefined : parseDay(options.date, today);
  const named = parseEdit(options, date, reading);
  if (!named && (!cli.prompts || many)) throw nothingNamed(command);
  const connection = early ?? (await cli.connect());
  const recordId = many ? undefined : (known ?? (await askId(cli, expenseNoun, connection)));
  const settled =
    date !== undefined && cli.prompts
      ? { ...named, date: await settleDay(cli.prompts, date, today) }
      : named;
  if (many) await editMany(cli, connection, many, await withKey(cli, connection, settled ?? {}));
  if (recordId === undefined) return;
  const changes = settled && (await withCategory(cli, connection, recordId, settled));
  await editRecord(cli, expenseNoun, connection, recordId, changes, (prompts, expense) =>
    askEdit({ prompts, categories: connection.categories }, expense, reading),
  );
  if (date !== undefined) warnOfFarDay(cli, date, today, `outlay edit ${recordId} -d DAY`);
}

export function editCommand(command: Command, cli: Cli) {
  const changing = command
    .argument("[id...]", "the expenses' ids; for one, without options, each field is asked for")
    .option("-a, --amount <amount>", "how much; a negative amount makes it a refund")
    .option("-m, --description <text>", "what for")
    .option(
      "-c, --category <category>",
      `${expenseCategories.join(", ").toLowerCase()}, or one of your own`,
    )
    .option("-d, --date <date>", `when: ${dayForms}`)
    .option("-t, --tag <tag...>", "labels that replace its present ones")
    .option("--clear-tags", "remove all labels")
    .option("--kind <kind>", `one of ${expenseKinds.join(", ").toLowerCase()}`)
    .option("--direction <direction>", "of a transfer, seen from its account: out or in")
    .option("--account <name>", "the account in which the money lay; none to remove it")
    .option("--note <text>", "a remark; none to remove it")
    .option("--currency <code>", "the currency of the amount, like USD; none for your own");
  withManyOptions(changing).action((ids, options) => edit(cli, command, ids, options));
  withExamples(command, [
    ["Correct the amount", "outlay edit 12 --amount 13.50"],
    ["Be asked for each field", "outlay edit 12"],
    ["Change the category and the day", "outlay edit 12 -c transport -d yesterday"],
    ["Turn it into a refund", "outlay edit 12 --kind refund"],
    ["Say where the money lay", "outlay edit 12 --account Giro"],
    ["Change several at once", "outlay edit 12 13 17 -c transport"],
    ["Change all of last month's from a shop", "outlay edit --all --month last -q rewe -c food"],
  ]);
}
