import type { Command } from "@commander-js/extra-typings";
import { accountPaths } from "@outlay/shared";
import { requireSuccess } from "../../api/read-answer.ts";
import { expiryOf } from "../../api/tokens/token-lifetime.ts";
import type { Cli } from "../../cli.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { CliError } from "../../errors/cli-error.ts";
import { withExamples } from "../../help/examples.ts";

/** When a token expires; null for an API key, which doesn't say. */
function endOf(token: string): string | null {
  const expiry = expiryOf(token);
  return expiry === 0 ? null : new Date(expiry * 1000).toISOString();
}

export function authTokenCommand(command: Command, cli: Cli) {
  command
    .description(
      "Print an access token for another program, valid for up to an hour. Keep it as secret as your password.",
    )
    .action(async () => {
      const { target, send, logInOptions } = await cli.connect();
      // A token that the server has just accepted is valid; this request renews an expired session first.
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
      "Pass it to curl through a file that nobody else can read",
      `curl -H @<(echo "Authorization: Bearer $(outlay auth token)") https://outlay.example.org/expenses/`,
    ],
    ["Print it with the time at which it expires", "outlay auth token --json"],
  ]);
}
