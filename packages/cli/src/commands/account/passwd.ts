import type { Command } from "@commander-js/extra-typings";
import { accountPaths, me } from "@outlay/shared";
import { readAnswer } from "../../api/read-answer.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { isLocal } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";
import { printable } from "../../terminal/printable.ts";
import { withExamples } from "../../help/examples.ts";
import { askPasswords } from "./ask-passwords.ts";
import { changePassword } from "./change-password.ts";

/** @throws CliError usage */
function refuseToken(cli: Cli): void {
  if (readSecret(cli.env, "OUTLAY_TOKEN") === undefined) return;
  throw usageError(
    "A password can't be changed with OUTLAY_TOKEN.",
    "Unset it. If you aren't logged in: outlay login --server URL",
  );
}

export function passwdCommand(command: Command, cli: Cli) {
  command
    .option("--password-stdin", "read the current and the new password from stdin, one per line")
    .action(async ({ passwordStdin }) => {
      refuseToken(cli);
      const connection = await cli.connect();
      const { target, send, logInOptions } = connection;
      const answer = await send({ method: "GET", path: accountPaths.me, isRepeatable: true });
      const { username } = readAnswer(answer, me);
      const local = isLocal(target) ? await cli.credentials.localAccount(target.server) : undefined;
      const kept = local?.username === username ? local : undefined;
      const { current, next } = await askPasswords(cli, connection, {
        passwordStdin,
        isOwnAccount: kept !== undefined,
      });
      await changePassword(logInOptions, { username, current, next, kept });
      const { profile, server } = target;
      const where = isLocal(target) ? "the data on this machine" : server;
      cli.report(
        { profile, server, username },
        printable(`Changed the password of ${username} for ${where}.`),
      );
      cli.note(
        kept
          ? "Outlay stores it, and continues to log in by itself."
          : "API keys remain valid. List them with: outlay key list",
      );
      if (logInOptions.givenLogin) {
        cli.warn("OUTLAY_PASSWORD still holds the old password: set it to the new one.");
      }
    });
  withExamples(command, [
    ["Enter the current password once and the new one twice", "outlay passwd"],
    [
      "From a script: two lines, the current password and the new one",
      "cat current.txt new.txt | outlay passwd --password-stdin",
    ],
  ]);
}
