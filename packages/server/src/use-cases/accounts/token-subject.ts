import type { Token, TokenSubject } from "../../security/tokens.ts";
import type { UserRecord } from "../../store/users.ts";

/** An account of older data has no mark. When it was made tells it from all others of its number and name. */
const markOf = ({ sessionMark, createdAt }: UserRecord): string => sessionMark ?? createdAt;

/** What a user's tokens say of them. */
export const subjectOf = (user: UserRecord): TokenSubject => ({
  userId: user.id,
  username: user.username,
  passwordVersion: user.passwordVersion,
  sessionMark: markOf(user),
});

/**
 * Whether a token was made for this account, and not for one that had its number and name before, or for a time of
 * which nobody knows what was ended in it.
 */
export function isTokenOf(token: Token, user: UserRecord): boolean {
  if (token.userId !== user.id || token.username !== user.username) return false;
  if (token.sessionMark !== undefined) return token.sessionMark === markOf(user);
  // An older version made it, so it can't be of an account that has a mark, nor of one that was made later.
  const createdAtSeconds = Math.floor(Date.parse(user.createdAt) / 1000);
  return user.sessionMark === undefined && token.issuedAtSeconds >= createdAtSeconds;
}
