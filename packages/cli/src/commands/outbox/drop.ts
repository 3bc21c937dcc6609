import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { CliError } from "../../errors/cli-error.ts";
import { keptSummary } from "./kept-summary.ts";
import { type KeptExpense, outboxFile } from "../../outbox/outbox-file.ts";
import { moneyIn } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { confirmRemoval } from "../record/confirm-removal.ts";
import { withExamples } from "../../help/examples.ts";

/** @throws CliError not_found, in which case nothing is dropped */
function chosen(every: readonly KeptExpense[], ids: readonly number[]): KeptExpense[] {
  return ids.map((id) => {
    const kept = every.find((each) => each.id === id);
    if (kept) return kept;
    throw new CliError("not_found", `There is no expense ${id} in the outbox.`, {
      hint: "List them with: outlay outbox list",
    });
  });
}

const words = { verb: "Drop", doing: "Dropping", done: "dropped" };

export function outboxDropCommand(command: Command, cli: Cli) {
  command
    .argument("<id...>", "the ids, as shown in the list")
    .option("-y, --yes", "drop without asking")
    .action(async (given, { yes }) => {
      const ids = [...new Set(given.map(parseRecordId))];
      const file = outboxFile(cli.configFolder);
      const dropped = chosen(await file.all(), ids);
      const money = moneyIn((await cli.config.read()).currency);
      const lines = dropped.map((kept) => printable(keptSummary(kept, money)));
      if (!yes) await confirmRemoval(cli, lines, words);
      await file.remove(ids);
      cli.report(dropped, lines.map((line) => `Dropped ${line}`).join("\n"));
      if (dropped.some(({ may_have_arrived }) => may_have_arrived)) {
        cli.note(
          "The server may already have an expense that got no answer. Check with: outlay list",
        );
      }
    });
  withExamples(command, [
    ["Drop an expense that isn't to be sent, with a question", "outlay outbox drop 3"],
    ["Drop several, without being asked", "outlay outbox drop 3 4 --yes"],
  ]);
}
