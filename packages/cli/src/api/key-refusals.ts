/**
 * Errors for an API key, or another token in OUTLAY_TOKEN, that the server refuses, with the command to type
 * next.
 */
import { commandLine } from "@outlay/files";
import { apiKeyPrefix, type ApiKeyScope, endedKey, scopeRefusal } from "@outlay/shared";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";

/**
 * Tells the user to unset OUTLAY_TOKEN first, because a key cannot create keys and would be sent with the
 * command.
 */
const makeKey = (what: string, name: string, scope: ApiKeyScope) =>
  `With OUTLAY_TOKEN unset, create ${what}: ` +
  commandLine("outlay", "key", "create", name, "--scope", scope);

/** The error for a 403 to a key whose scope is too small; undefined for any other 403. */
export function scopeError(value: unknown): CliError | undefined {
  const refusal = v.safeParse(scopeRefusal, value);
  if (!refusal.success) return undefined;
  const { detail, needed } = refusal.output;
  const hint =
    needed === "login"
      ? "To use your login, unset OUTLAY_TOKEN and OUTLAY_TOKEN_FILE."
      : makeKey("a key with that scope", "NAME", needed);
  return new CliError("out_of_scope", detail, { hint });
}

/** The error for a 401 to the token from the environment. */
export function givenTokenError(value: unknown, token: string): CliError {
  const ended = v.safeParse(endedKey, value);
  if (ended.success) {
    const { detail, name, scope } = ended.output;
    return new CliError("unauthenticated", detail, { hint: makeKey("another", name, scope) });
  }
  if (token.startsWith(apiKeyPrefix)) {
    const message = "The server does not know the API key in OUTLAY_TOKEN.";
    const hint = `Check that it is complete and belongs to this server. ${makeKey("another", "NAME", "read")}`;
    return new CliError("unauthenticated", message, { hint });
  }
  return new CliError("unauthenticated", "The server does not accept the token in OUTLAY_TOKEN.", {
    hint: "It may have expired. Set another one, or unset OUTLAY_TOKEN to use your session.",
  });
}
