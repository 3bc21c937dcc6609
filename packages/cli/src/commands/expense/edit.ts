import type { Command } from "@commander-js/extra-typings";
import {
  type CalendarDate,
  centsToText,
  expenseCategories,
  expenseFields,
  namedFields,
} from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { dayForms, parseDay } from "../../arguments/day.ts";
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
}

/** Returns only the fields to change; undefined if none is named. @throws CliError usage */
function parseEdit(
  { amount, description, category, tag, clearTags }: EditOptions,
  date: CalendarDate | undefined,
  { parseAmount }: Reading,
): object | undefined {
  if (tag && clearTags)
    throw usageError("--tag and --clear-tags contradict each other.", "Give one of them.");
  const changes = namedFields<EditedFields>({
    amount: amount === undefined ? undefined : centsToText(parseAmount(amount)),
    description:
      description === undefined
        ? undefined
        : parseTextOption(expenseFields.description, description),
    category:
      category === undefined ? undefined : parseChoice("Category", category, expenseCategories),
    date,
    tags: clearTags ? [] : tag && parseTags(tag),
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
