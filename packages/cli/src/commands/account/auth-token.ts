import type { Command } from "@commander-js/extra-typings";
import { accountPaths } from "@outlay/shared";
import { requireSuccess } from "../../api/read-answer.ts";
import { expiryOf } from "../../api/token-lifetime.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { CliError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";

/** When a token ends; null for an API key, which doesn't say. */
function endOf(token: string): string | null {
  const expiry = expiryOf(token);
  return expiry === 0 ? null : new Date(expiry * 1000).toISOString();
}

export function authTokenCommand(command: Command, cli: Cli) {
  command
    .description(
      "Print an access token, good for up to an hour, for another program. It is as secret as your password.",
    )
    .action(async () => {
      const { target, send, logInOptions } = await cli.connect();
      // What the server has just accepted is good; a session that is over is renewed on the way.
      requireSuccess(await send({ method: "GET", path: accountPaths.me, isRepeatable: true }));
      const token =
        readSecret(cli.env, "OUTLAY_TOKEN") ??
        (await cli.credentials.session(logInOptions.sessionKey))?.access;
      if (token === undefined) {
        throw new CliError("not_logged_in", "Somebody has just logged out on this machine.");
      }
      const { profile, server } = target;
      cli.show(
        { profile, server, access: token, access_ends_at: endOf(token) },
        () => `${token}\n`,
      );
    });
  withExamples(command, [
    [
      "For curl, which reads it from a file that nobody else can see",
      `curl -H @<(echo "Authorization: Bearer $(outlay auth token)") https://outlay.example.org/expenses/`,
    ],
    ["With the instant at which it ends", "outlay auth token --json"],
  ]);
}
