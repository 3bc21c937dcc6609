import type { Command } from "@commander-js/extra-typings";
import { openSession } from "../../api/log-in-again.ts";
import type { Cli } from "../../cli.ts";
import type { Connection } from "../../connection.ts";
import { isLocal, type Target } from "../../config/target.ts";
import { usageError } from "../../errors/cli-error.ts";
import { ask } from "../../terminal/ask.ts";
import { withExamples } from "../../help/examples.ts";
import { withLogin } from "./ask-login.ts";
import { checkProfileName, keepProfile } from "./keep-profile.ts";

/** Checks the address first, so that a wrong one is reported before anything is asked. @throws CliError */
async function connectTo(cli: Cli, target: Target): Promise<Connection> {
  checkProfileName(target);
  const connection = await cli.connect(target);
  if (!isLocal(target)) await connection.accounts.requireServer();
  return connection;
}

/**
 * Returns the server that is named or in use; local data need no login unless they are named. @throws
 * CliError
 */
async function reachServer(cli: Cli): Promise<Connection> {
  const target = await cli.target();
  if (!isLocal(target) || cli.globals.server !== undefined) return connectTo(cli, target);
  if (!cli.prompts) {
    throw usageError(
      "Data on this machine need no login.",
      "Name the server to log in to: outlay login --server URL",
    );
  }
  return ask(cli.prompts, "Address of the server:", async (answer) =>
    connectTo(cli, await cli.target(answer.trim())),
  );
}

export function loginCommand(command: Command, cli: Cli) {
  command
    .option("-u, --username <name>", "your user name there")
    .option("--password-stdin", "read the password from stdin")
    .action(async (options) => {
      const { target, logInOptions } = await reachServer(cli);
      const { username, profile, server } = await withLogin(cli, options, false, (login) =>
        openSession({ ...logInOptions, sessionKey: target }, login),
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
      "Log in from a script, with the password in a file",
      "outlay login --server http://127.0.0.1:8000 -u ada --password-stdin < password.txt",
    ],
  ]);
}
