import type { Command } from "@commander-js/extra-typings";
import { openSession } from "../../api/log-in-again.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";
import { withExamples } from "../examples.ts";
import { askLogin } from "./ask-login.ts";
import { checkProfileName, keepProfile } from "./keep-profile.ts";

export function loginCommand(command: Command, cli: Cli) {
  command
    .option("-u, --username <name>", "who you are there")
    .option("--password-stdin", "read the password from stdin")
    .action(async (options) => {
      const target = await cli.target();
      if (isLocal(target) && cli.globals.server === undefined) {
        throw usageError(
          "Data on this machine need no login.",
          "Name the server to log in to: outlay login --server URL",
        );
      }
      checkProfileName(target);
      const { accounts, logInOptions } = await cli.connect("login");
      // A wrong address is the first thing to hear about.
      if (!isLocal(target)) await accounts.requireServer();
      const { username, profile, server } = await openSession(
        { ...logInOptions, sessionKey: target },
        await askLogin(cli, options, false),
      );
      await keepProfile(cli, target);
      cli.report(
        { profile, server, username },
        `Logged in to ${server} as ${username}. Commands go there from now on (profile ${profile}).`,
      );
      if (!isLocal(target)) {
        cli.note("Back to the data on this machine: outlay profile use local");
      }
    });
  withExamples(command, [
    ["Log in to a household's server", "outlay login --server https://outlay.example.org"],
    [
      "From a script, with the password in a file",
      "outlay login --server http://127.0.0.1:8000 -u ada --password-stdin < password.txt",
    ],
  ]);
}
