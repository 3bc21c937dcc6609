import type { Command } from "@commander-js/extra-typings";
import {
  type CalendarDate,
  centsToText,
  expenseCategories,
  expenseFields,
  expenseKinds,
  namedFields,
  transferDirections,
} from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { parseCurrency } from "../../arguments/currency.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
import { orNone } from "../../arguments/or-none.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTags } from "../../arguments/tags.ts";
import { parseTextOption } from "../../arguments/text-field.ts";
import type { Cli } from "../../cli.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";
import { editRecord, idToEdit, nothingNamed } from "../record/edit-record.ts";
import { askId } from "../record/which-record.ts";
import { askEdit, type EditedFields } from "./ask-edit.ts";
import { settleDay, warnOfFarDay } from "./far-day.ts";
import { expenseNoun } from "./expense-noun.ts";

interface EditOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  date?: string | undefined;
  tag?: string[] | undefined;
  clearTags?: true | undefined;
  kind?: string | undefined;
  direction?: string | undefined;
  account?: string | undefined;
  note?: string | undefined;
  currency?: string | undefined;
}

const ifGiven = <Value>(text: string | undefined, parse: (text: string) => Value) =>
  text === undefined ? undefined : parse(text);

/** The changes of fields that have the same option in `add`. @throws CliError usage */
const parseMore = ({ kind, direction, account, note, currency }: EditOptions) => ({
  kind: ifGiven(kind, (word) => parseChoice("Kind", word, expenseKinds)),
  direction: ifGiven(direction, (word) => parseChoice("Direction", word, transferDirections)),
  account: ifGiven(account, (text) => parseTextOption(expenseFields.account, text)),
  note: ifGiven(note, (text) => parseTextOption(expenseFields.note, text)),
  currency: ifGiven(currency, (text) => orNone(text, parseCurrency)),
});

/** Returns only the fields to change; undefined if none is named. @throws CliError usage */
function parseEdit(
  options: EditOptions,
  date: CalendarDate | undefined,
  { parseAmount }: Reading,
): object | undefined {
  const { amount, description, category, tag, clearTags } = options;
  if (tag && clearTags)
    throw usageError("--tag and --clear-tags contradict each other.", "Give one of them.");
  const changes = namedFields<EditedFields>({
    amount: ifGiven(amount, (text) => centsToText(parseAmount(text))),
    description: ifGiven(description, (text) => parseTextOption(expenseFields.description, text)),
    category: ifGiven(category, (word) => parseChoice("Category", word, expenseCategories)),
    date,
    tags: clearTags ? [] : tag && parseTags(tag),
    ...parseMore(options),
  });
  return Object.keys(changes).length > 0 ? changes : undefined;
}

export function editCommand(command: Command, cli: Cli) {
  command
    .argument("[id]", "the expense's id; without options, each field is asked for")
    .option("-a, --amount <amount>", "how much")
    .option("-m, --description <text>", "what for")
    .option("-c, --category <category>", `one of ${expenseCategories.join(", ").toLowerCase()}`)
    .option("-d, --date <date>", `when: ${dayForms}`)
    .option("-t, --tag <tag...>", "labels that replace its present ones")
    .option("--clear-tags", "remove all labels")
    .option("--kind <kind>", `one of ${expenseKinds.join(", ").toLowerCase()}`)
    .option("--direction <direction>", "of a transfer, seen from its account: out or in")
    .option("--account <name>", "the account in which the money lay; none to remove it")
    .option("--note <text>", "a remark; none to remove it")
    .option("--currency <code>", "the currency of the amount, like USD; none for your own")
    .action(async (id, options) => {
      const reading = await cli.reading();
      const known = idToEdit(cli, expenseNoun, command, id, options.amount);
      const { today } = reading;
      const date = options.date === undefined ? undefined : parseDay(options.date, today);
      const named = parseEdit(options, date, reading);
      if (!named && !cli.prompts) throw nothingNamed(command);
      const connection = await cli.connect();
      const recordId = known ?? (await askId(cli, expenseNoun, connection));
      const settled =
        date !== undefined && cli.prompts
          ? { ...named, date: await settleDay(cli.prompts, date, today) }
          : named;
      await editRecord(cli, expenseNoun, connection, recordId, settled, (prompts, expense) =>
        askEdit(prompts, expense, reading),
      );
      if (date !== undefined) warnOfFarDay(cli, date, today, `outlay edit ${recordId} -d DAY`);
    });
  withExamples(command, [
    ["Correct the amount", "outlay edit 12 --amount 13.50"],
    ["Be asked for each field", "outlay edit 12"],
    ["Change the category and the day", "outlay edit 12 -c transport -d yesterday"],
  ]);
}
