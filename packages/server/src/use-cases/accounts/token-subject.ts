import type { Token, TokenSubject } from "../../security/tokens.ts";
import type { UserRecord } from "../../domain/user.ts";

/**
 * An account of older data has no mark. Its creation time distinguishes it from all others of its
 * number and name.
 */
const markOf = ({ sessionMark, createdAt }: UserRecord): string => sessionMark ?? createdAt;

/** The claims about a user in that user's tokens. */
export const subjectOf = (user: UserRecord): TokenSubject => ({
  userId: user.id,
  username: user.username,
  passwordVersion: user.passwordVersion,
  sessionMark: markOf(user),
});

/**
 * Whether a token was issued for this account, and neither for an earlier one of its number and
 * name nor in a period of which nobody knows what was revoked in it.
 */
export function isTokenOf(token: Token, user: UserRecord): boolean {
  if (token.userId !== user.id || token.username !== user.username) return false;
  if (token.sessionMark !== undefined) return token.sessionMark === markOf(user);
  // An older version issued it, so it can't belong to an account that has a mark, nor to one
  // created later.
  const createdAtSeconds = Math.floor(Date.parse(user.createdAt) / 1000);
  return user.sessionMark === undefined && token.issuedAtSeconds >= createdAtSeconds;
}
