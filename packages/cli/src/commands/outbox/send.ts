import type { Command } from "@commander-js/extra-typings";
import { counted } from "@outlay/shared";
import { notLoggedIn } from "../../api/log-in-again.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";
import { outboxFile } from "../../outbox/outbox-file.ts";
import { type Sent, sendKept, warnOfRefused } from "../../outbox/send-kept.ts";
import type { Money } from "../../terminal/amounts.ts";
import { printable } from "../../terminal/printable.ts";
import { ownerOfRecords } from "../../api/record-owner.ts";
import { expenseNoun } from "../expense/expense-noun.ts";
import { withExamples } from "../../help/examples.ts";

async function send(cli: Cli): Promise<void> {
  const { target, sendAlone, logInOptions, money } = await cli.connect();
  if (isLocal(target)) {
    throw usageError(
      "Data on this machine need no outbox.",
      "Name the server to send to with --profile NAME. See: outlay outbox list",
    );
  }
  const owner = await ownerOfRecords(cli.env, logInOptions);
  if (!owner) throw notLoggedIn(target);
  const into: Sent = { sent: [], refused: [] };
  try {
    await sendKept(cli, { send: sendAlone, logInOptions }, { owner, into, isAgain: true });
  } finally {
    const left = (await outboxFile(cli.configFolder).of(owner)).length;
    report(cli, into, { money, left });
  }
  if (into.refused.length > 0) cli.ending = "invalid";
}

function report(
  cli: Cli,
  { sent, refused }: Sent,
  { money, left }: { money: Money; left: number },
) {
  const lines = sent.map((each) => printable(`Sent ${expenseNoun.summary(each, money)}`));
  if (cli.globals.json || lines.length > 0) cli.report({ sent, refused, left }, lines.join("\n"));
  warnOfRefused(cli, refused);
  if (left > 0) cli.note(`${counted(left, "expense")} still in the outbox: outlay outbox list`);
  else if (lines.length === 0) cli.note("No expenses are waiting to be sent.");
}

export function outboxSendCommand(command: Command, cli: Cli) {
  command.action(() => send(cli));
  withExamples(command, [
    ["Send now, and retry expenses that the server refused", "outlay outbox send"],
    ["Send those for another server", "outlay outbox send --profile outlay.example.org"],
  ]);
}
