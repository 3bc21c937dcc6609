import type { Command } from "@commander-js/extra-typings";
import { apiKeyPrefix } from "@outlay/shared";
import { loginCommand } from "../../api/log-in-again.ts";
import { expiryOf } from "../../api/tokens/token-lifetime.ts";
import type { Cli } from "../../cli.ts";
import { isLocal } from "../../config/target.ts";
import { readSecret } from "../../config/secret-variable.ts";
import { CliError } from "../../errors/cli-error.ts";
import { details } from "../../terminal/details.ts";
import { withExamples } from "../../help/examples.ts";

const instantOf = (token: string) => new Date(expiryOf(token) * 1000).toISOString();

export function authStatusCommand(command: Command, cli: Cli) {
  const inColumns = (rows: Parameters<typeof details>[0]) => details(rows, cli.io.columns);
  command.action(async () => {
    const target = await cli.target();
    const { profile, server } = target;
    const nobody = {
      profile,
      server,
      username: null,
      token: null,
      access_ends_at: null,
      refresh_ends_at: null,
    };
    const token = readSecret(cli.env, "OUTLAY_TOKEN");
    if (token !== undefined) {
      const what = token.startsWith(apiKeyPrefix) ? "an API key, " : "";
      cli.show({ ...nobody, token: "OUTLAY_TOKEN" }, () =>
        inColumns([
          ["Server", server],
          ["Token", `${what}from OUTLAY_TOKEN`],
        ]),
      );
      return;
    }
    const session = await cli.credentials.session(await cli.sessionKey(target));
    if (!session) {
      if (!isLocal(target)) {
        throw new CliError("not_logged_in", `You are not logged in to ${server}.`, {
          hint: `Log in with: ${loginCommand(target)}`,
        });
      }
      cli.show(nobody, () =>
        inColumns([["Server", "the data on this machine; the next command logs in"]]),
      );
      return;
    }
    const { username, access, refresh } = session;
    const [accessEndsAt, refreshEndsAt] = [instantOf(access), instantOf(refresh)];
    cli.show(
      {
        ...nobody,
        username,
        access_ends_at: accessEndsAt,
        refresh_ends_at: refreshEndsAt,
      },
      () =>
        inColumns([
          ["Profile", profile],
          ["Server", isLocal(target) ? "the data on this machine" : server],
          ["User", username],
          ["Access", `until ${accessEndsAt}, then refreshed`],
          ["Session", `until ${refreshEndsAt}`],
        ]),
    );
  });
  withExamples(command, [
    ["See which server commands use", "outlay auth status"],
    ["See the same for another profile", "outlay auth status --profile outlay.example.org"],
  ]);
}
