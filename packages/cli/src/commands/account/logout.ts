import type { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { tellWaiting } from "../../outbox/tell-waiting.ts";
import { isOf, ownerOfRecords } from "../../api/record-owner.ts";
import { withExamples } from "../../help/examples.ts";

export function logoutCommand(command: Command, cli: Cli) {
  command.action(async () => {
    const { target, accounts, logInOptions } = await cli.connect();
    const owner = await ownerOfRecords(cli.env, logInOptions);
    const sessionKey = await cli.sessionKey(target);
    const session = await cli.credentials.session(sessionKey);
    if (!session) {
      cli.report({ logged_out: false }, `There is no session with ${target.server}.`);
      return;
    }
    // The session is removed here whatever the server answers, because that is what the user asked for.
    await cli.credentials.dropSession(sessionKey);
    if (owner) await tellWaiting(cli, isOf(owner), target.server);
    await accounts.blacklist(session.refresh);
    cli.report({ logged_out: true }, `Logged out ${session.username} from ${target.server}.`);
    if (isLocal(target))
      cli.note("The next command uses the account that Outlay made for you here.");
  });
  withExamples(command, [
    ["End the session of the profile in use", "outlay logout"],
    ["End the session of another profile", "outlay logout --profile outlay.example.org"],
  ]);
}
