import { createHash } from "node:crypto";
import { claimsOf } from "../api/token-claims.ts";
import type { Cli, Connection } from "../cli.ts";
import { readSecret } from "../config/secret-variable.ts";
import { CliError } from "../errors/cli-error.ts";
import type { Whose } from "./changes-file.ts";

/**
 * Under whom changes are noted: the user that the token in use is for or, where it doesn't say, the token itself.
 * @throws CliError not_logged_in
 */
export async function whoseChanges(cli: Cli, { logInOptions }: Connection): Promise<Whose> {
  const { target, sessionKey } = logInOptions;
  const token =
    readSecret(cli.env, "OUTLAY_TOKEN") ?? (await cli.credentials.session(sessionKey))?.access;
  if (token === undefined) {
    throw new CliError("not_logged_in", `You are not logged in to ${target.server}.`);
  }
  const { username } = claimsOf(token);
  const user =
    typeof username === "string"
      ? username
      : `key ${createHash("sha256").update(token).digest("hex").slice(0, 16)}`;
  return { server: target.server, user };
}
