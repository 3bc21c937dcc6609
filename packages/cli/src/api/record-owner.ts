import type { LogInOptions } from "./log-in-again.ts";
import { claimsOf } from "./tokens/token-claims.ts";
import { digestOf } from "../config/digest.ts";
import type { Environment } from "../config/paths.ts";
import { readSecret } from "../config/secret-variable.ts";

/** The server and user that records kept on this machine belong to. */
export interface RecordOwner {
  server: string;
  user: string;
}

export const isOf =
  ({ server, user }: RecordOwner) =>
  (candidate: RecordOwner): boolean =>
    candidate.server === server && candidate.user === user;

/**
 * Returns the owner of a command's records: the user that the token in use belongs to or, if the token
 * doesn't say, the token itself; without a token, the user that will log in. Undefined if the owner is
 * unknown.
 */
export async function ownerOfRecords(
  env: Environment,
  { target, sessionKey, credentials, givenLogin }: LogInOptions,
): Promise<RecordOwner | undefined> {
  const { server } = target;
  const token = readSecret(env, "OUTLAY_TOKEN") ?? (await credentials.session(sessionKey))?.access;
  if (token === undefined) {
    return givenLogin && { server, user: givenLogin.username.normalize("NFKC") };
  }
  const { username } = claimsOf(token);
  if (typeof username === "string") return { server, user: username };
  return { server, user: `key ${await digestOf(token)}` };
}
