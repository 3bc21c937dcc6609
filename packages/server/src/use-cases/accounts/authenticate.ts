import {
  badAccessToken,
  tokenInvalid,
  tokenOfWrongType,
  unauthenticated,
  userNotFound,
} from "../../refusal.ts";
import type { ServerContext } from "../../server-context.ts";
import type { UserRecord } from "../../store/store.ts";

const keyword = "Bearer";

/**
 * The user that a request's `Authorization` header speaks for; undefined if it has none, or one of
 * another scheme.
 * @throws Refusal unauthenticated for a header that is wrong
 */
export async function authenticate(
  { store, tokens }: ServerContext,
  header: string,
): Promise<UserRecord | undefined> {
  const [scheme, credentials, ...more] = header.split(/\s+/).filter((part) => part !== "");
  if (scheme !== keyword) return undefined;
  if (credentials === undefined || more.length > 0) {
    throw unauthenticated("Authorization header must contain two space-delimited values", {
      code: "bad_authorization_header",
    });
  }
  const token = tokens.read(credentials);
  if (!token) throw badAccessToken(tokenInvalid);
  if (token.type !== "access") throw badAccessToken(tokenOfWrongType);
  const user = await store.users.findById(token.userId);
  // In data that were made anew, the id may be somebody else's.
  if (user?.username !== token.username) throw userNotFound();
  return user;
}
