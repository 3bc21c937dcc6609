import type { Command } from "@commander-js/extra-typings";
import { openSession } from "../../api/log-in-again.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { withExamples } from "../../help/examples.ts";
import { withLogin } from "./ask-login.ts";
import { checkProfileName, keepProfile } from "./keep-profile.ts";

export function registerCommand(command: Command, cli: Cli) {
  command
    .option("-u, --username <name>", "the user name you want there")
    .option("--password-stdin", "read the password from stdin")
    .action(async (options) => {
      const target = await cli.target();
      checkProfileName(target);
      const { accounts, logInOptions } = await cli.connect();
      // A wrong address is reported before anything is asked.
      if (!isLocal(target)) await accounts.requireServer();
      if (cli.prompts)
        cli.note(
          `Creating an account on ${isLocal(target) ? "this machine's own data" : target.server}.`,
        );
      const login = await withLogin(cli, options, true, async (answered) => {
        await accounts.register(answered);
        return answered;
      });
      const { username, profile, server } = await openSession(
        { ...logInOptions, sessionKey: target },
        login,
      );
      await keepProfile(cli, target);
      cli.report(
        { profile, server, username },
        `Registered ${username} on ${server}. Commands go there from now on (profile ${profile}).`,
      );
    });
  withExamples(command, [
    [
      "Create an account on a household's server",
      "outlay register --server https://outlay.example.org",
    ],
    [
      "Do it from a script, with the password in a file",
      "outlay register --server http://127.0.0.1:8000 -u ada --password-stdin < password.txt",
    ],
  ]);
}
