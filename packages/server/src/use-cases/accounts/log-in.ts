import type { Login, TokenPair } from "@outlay/shared";
import { unauthenticated } from "../../domain/refusal.ts";
import type { ServerContext } from "../../server-context.ts";
import { subjectOf } from "./token-subject.ts";

/**
 * Opens a session.
 * @param address the client's address
 * @throws Refusal unauthenticated, throttled
 */
export async function logIn(
  { store, passwords, tokens, throttle }: ServerContext,
  { username, password }: Login,
  address: string,
): Promise<TokenPair> {
  const user = await store.users.findByName(username);
  const isPassword = await throttle.attempt({ username, address }, () =>
    passwords.matches(password, user?.passwordHash),
  );
  if (!user || !isPassword) {
    throw unauthenticated("No active account found with the given credentials");
  }
  const subject = subjectOf(user);
  return { refresh: tokens.issue("refresh", subject), access: tokens.issue("access", subject) };
}
