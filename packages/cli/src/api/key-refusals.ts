/** Why an API key, or whatever else is in OUTLAY_TOKEN, isn't let in, and what to type then. */
import { commandLine } from "@outlay/files";
import { apiKeyPrefix, type ApiKeyScope, endedKey, scopeRefusal } from "@outlay/shared";
import * as v from "valibot";
import { CliError } from "../errors/cli-error.ts";

/** A key can't make a key: while it is in the environment, the command would come with it. */
const makeKey = (what: string, name: string, scope: ApiKeyScope) =>
  `Make ${what} where OUTLAY_TOKEN isn't set: ` +
  commandLine("outlay", "key", "create", name, "--scope", scope);

/** A 403 for a key that may do other things; undefined for any other. */
export function scopeError(value: unknown): CliError | undefined {
  const refusal = v.safeParse(scopeRefusal, value);
  if (!refusal.success) return undefined;
  const { detail, needed } = refusal.output;
  const hint =
    needed === "login"
      ? "Unset OUTLAY_TOKEN and OUTLAY_TOKEN_FILE to use your login."
      : makeKey("a key that may", "NAME", needed);
  return new CliError("out_of_scope", detail, { hint });
}

/** A 401 for the token of the environment. */
export function givenTokenError(value: unknown, token: string): CliError {
  const ended = v.safeParse(endedKey, value);
  if (ended.success) {
    const { detail, name, scope } = ended.output;
    return new CliError("unauthenticated", detail, { hint: makeKey("another", name, scope) });
  }
  if (token.startsWith(apiKeyPrefix)) {
    const message = "The server knows no API key like the one in OUTLAY_TOKEN.";
    const hint = `Is it whole, and of this server? ${makeKey("another", "NAME", "read")}`;
    return new CliError("unauthenticated", message, { hint });
  }
  return new CliError("unauthenticated", "The server does not accept the token in OUTLAY_TOKEN.", {
    hint: "It may be over. Set another, or unset OUTLAY_TOKEN to use your session.",
  });
}
