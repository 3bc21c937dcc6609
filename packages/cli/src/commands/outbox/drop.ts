import type { Command } from "@commander-js/extra-typings";
import { parseRecordId } from "../../arguments/record-id.ts";
import type { Cli } from "../../cli.ts";
import { CliError, usageError } from "../../errors/cli-error.ts";
import { keptSummary } from "../../outbox/kept-summary.ts";
import { type KeptExpense, outboxFile } from "../../outbox/outbox-file.ts";
import { moneyIn } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";

/** @throws CliError not_found, where nothing is dropped */
function chosen(every: readonly KeptExpense[], ids: readonly number[]): KeptExpense[] {
  return ids.map((id) => {
    const kept = every.find((each) => each.id === id);
    if (kept) return kept;
    throw new CliError("not_found", `There is no expense ${id} in the outbox.`, {
      hint: "See which there are with: outlay outbox list",
    });
  });
}

/** @throws CliError usage, interrupted */
async function confirm(cli: Cli, lines: readonly string[]): Promise<void> {
  if (!cli.prompts) {
    throw usageError("Dropping needs your word.", "Add --yes to drop without being asked.");
  }
  cli.io.err(`${lines.join("\n")}\n`);
  const question = lines.length === 1 ? "Drop it?" : `Drop these ${lines.length}?`;
  if (!(await cli.prompts.confirm(question))) {
    throw new CliError("interrupted", "Nothing was dropped.");
  }
}

export function outboxDropCommand(command: Command, cli: Cli) {
  command
    .argument("<id...>", "the ids, as the list has them")
    .option("-y, --yes", "drop without asking")
    .action(async (words, { yes }) => {
      const ids = [...new Set(words.map(parseRecordId))];
      const file = outboxFile(cli.configFolder);
      const dropped = chosen(await file.all(), ids);
      const money = moneyIn((await cli.config.read()).currency);
      const lines = dropped.map((kept) => printable(keptSummary(kept, money)));
      if (!yes) await confirm(cli, lines);
      await file.remove(ids);
      cli.report(dropped, lines.map((line) => `Dropped ${line}`).join("\n"));
      if (dropped.some(({ may_have_arrived }) => may_have_arrived)) {
        cli.note("The server may have what was sent without an answer. Look: outlay list");
      }
    });
  withExamples(command, [
    ["An expense that isn't to be sent, after a question", "outlay outbox drop 3"],
    ["Several, without being asked", "outlay outbox drop 3 4 --yes"],
  ]);
}
