import type { Command } from "@commander-js/extra-typings";
import { categoryKeyOrNew } from "../../arguments/category.ts";
import type { Cli } from "../../cli.ts";
import { withExamples } from "../../help/examples.ts";
import { editRecord, idToEdit, nothingNamed } from "../record/edit-record.ts";
import { askId } from "../record/which-record.ts";
import { askBudgetEdit } from "./ask-budget.ts";
import { budgetHelp, parseBudgetFields } from "./budget-fields.ts";
import { budgetNoun } from "./budget-noun.ts";

export function editCommand(command: Command, cli: Cli) {
  command
    .argument("[id]", "the budget's id; without options, each field is asked for")
    .option("-a, --amount <amount>", "how much for each period")
    .option("-m, --description <text>", "what for")
    .option("-c, --category <category>", budgetHelp.category)
    .option("-p, --period <period>", budgetHelp.period)
    .option("--starts <date>", budgetHelp.starts)
    .option("--ends <date>", budgetHelp.ends)
    .option("--rollover <rollover>", budgetHelp.rollover)
    .action(async (id, options) => {
      const reading = await cli.reading();
      const known = idToEdit(cli, budgetNoun, command, id, options.amount);
      const fields = parseBudgetFields(options, reading);
      const named = Object.keys(fields).length > 0 ? fields : undefined;
      if (!named && !cli.prompts) throw nothingNamed(command);
      const connection = await cli.connect();
      const recordId = known ?? (await askId(cli, budgetNoun, connection));
      const { categories } = connection;
      const asking = { prompts: cli.prompts, say: (text: string) => cli.say(text) };
      if (named?.category !== undefined) {
        named.category = await categoryKeyOrNew(asking, categories, named.category, "budget");
      }
      await editRecord(cli, budgetNoun, connection, recordId, named, (prompts, budget) =>
        askBudgetEdit({ prompts, categories }, budget, reading),
      );
    });
  withExamples(command, [
    ["Raise the amount", "outlay budget edit 3 --amount 450"],
    ["Be asked for each field", "outlay budget edit 3"],
    ["Set the last month it applies to", "outlay budget edit 3 --ends 2026-12-31"],
  ]);
}
