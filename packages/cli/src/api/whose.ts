import type { LogInOptions } from "./log-in-again.ts";
import { claimsOf } from "./token-claims.ts";
import { digestOf } from "../config/digest.ts";
import type { Environment } from "../config/paths.ts";
import { readSecret } from "../config/secret-variable.ts";

/** On which server, and as whom: to whom belongs what is kept on this machine of what was done there. */
export interface Whose {
  server: string;
  user: string;
}

export const isOf =
  ({ server, user }: Whose) =>
  (candidate: Whose): boolean =>
    candidate.server === server && candidate.user === user;

/**
 * Whose a command's records are: of the user that the token in use is for or, where it doesn't say, of the token
 * itself; where there is no token yet, of the user that will log in. Undefined where that is not known.
 */
export async function whoseRecords(
  env: Environment,
  { target, sessionKey, credentials, givenLogin }: LogInOptions,
): Promise<Whose | undefined> {
  const { server } = target;
  const token = readSecret(env, "OUTLAY_TOKEN") ?? (await credentials.session(sessionKey))?.access;
  if (token === undefined) {
    return givenLogin && { server, user: givenLogin.username.normalize("NFKC") };
  }
  const { username } = claimsOf(token);
  if (typeof username === "string") return { server, user: username };
  return { server, user: `key ${await digestOf(token)}` };
}
