import type { Token, TokenSubject } from "../../security/tokens.ts";
import type { UserRecord } from "../../domain/user.ts";

/**
 * Accounts in older data have no mark. Their creation time distinguishes them from all others with the same id and
 * name.
 */
const markOf = ({ sessionMark, createdAt }: UserRecord): string => sessionMark ?? createdAt;

/** Returns the claims about a user for the user's tokens. */
export const subjectOf = (user: UserRecord): TokenSubject => ({
  userId: user.id,
  username: user.username,
  passwordVersion: user.passwordVersion,
  sessionMark: markOf(user),
});

/**
 * Checks that a token was issued for this account, and neither for an earlier one with its id and name, nor in a time
 * for which it is unknown which tokens were revoked.
 */
export function isTokenOf(token: Token, user: UserRecord): boolean {
  if (token.userId !== user.id || token.username !== user.username) return false;
  if (token.sessionMark !== undefined) return token.sessionMark === markOf(user);
  // An older version issued the token, so it can't belong to an account that has a mark, or to one that was created
  // later.
  const createdAtSeconds = Math.floor(Date.parse(user.createdAt) / 1000);
  return user.sessionMark === undefined && token.issuedAtSeconds >= createdAtSeconds;
}
