import type { RefreshInput, VerifyInput } from "@outlay/shared";
import { badToken, tokenInvalid, tokenOfWrongType } from "../../domain/refusal.ts";
import type { Token } from "../../security/tokens.ts";
import type { ServerContext } from "../../server-context.ts";
import { isTokenOf, subjectOf } from "./token-subject.ts";

const blacklisted = "Token is blacklisted";

const endOf = ({ expiresAtSeconds }: Token): string =>
  new Date(expiresAtSeconds * 1000).toISOString();

/** @throws Refusal unauthenticated */
async function readRefreshToken(
  { store, tokens }: ServerContext,
  { refresh }: RefreshInput,
): Promise<Token> {
  const token = tokens.read(refresh);
  if (!token) throw badToken(tokenInvalid);
  if (token.type !== "refresh") throw badToken(tokenOfWrongType);
  if (await store.refreshTokens.isRevoked(token.id, endOf(token))) throw badToken(blacklisted);
  return token;
}

/**
 * Issues a new access token for a refresh token, which stays valid.
 * @throws Refusal unauthenticated
 */
export async function refreshAccess(
  context: ServerContext,
  input: RefreshInput,
): Promise<{ access: string }> {
  const token = await readRefreshToken(context, input);
  const user = await context.store.users.findById(token.userId);
  const isCurrent =
    user && isTokenOf(token, user) && user.passwordVersion === token.passwordVersion;
  if (!isCurrent) throw badToken(tokenInvalid);
  return { access: context.tokens.issue("access", subjectOf(user)) };
}

/**
 * Revokes a refresh token before it expires.
 * @throws Refusal unauthenticated
 */
export async function blacklistRefreshToken(
  context: ServerContext,
  input: RefreshInput,
): Promise<void> {
  const token = await readRefreshToken(context, input);
  const isNew = await context.store.refreshTokens.revoke(token.id, endOf(token));
  // If several requests revoke the token at once, only one of them succeeds.
  if (!isNew) throw badToken(blacklisted);
}

/**
 * Checks that a token of either type is valid. Like the recorded application, it doesn't check whether a refresh token
 * is revoked.
 * @throws Refusal unauthenticated
 */
export function verifyToken({ tokens }: ServerContext, { token }: VerifyInput): void {
  if (!tokens.read(token)) throw badToken(tokenInvalid);
}
