import type { Command } from "@commander-js/extra-typings";
import { accountPaths } from "@outlay/shared";
import { readAnswer } from "../../api/read-answer.ts";
import { receivedAccount } from "../../api/received/records.ts";
import type { Cli } from "../../cli.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";

export function whoamiCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { send } = await cli.connect();
    const answer = await send({ method: "GET", path: accountPaths.me, isRepeatable: true });
    const account = readAnswer(answer, receivedAccount);
    cli.show(account, () => `${printable(account.username)}\n`);
  });
  withExamples(command, [
    ["Show your user name", "outlay whoami"],
    ["Show the account as the server knows it", "outlay whoami --json"],
  ]);
}
