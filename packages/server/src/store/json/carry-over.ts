import type { ApiKeyRecord } from "../api-keys.ts";
import type { UserRecord } from "../store.ts";
import { laterOf, type State } from "./state.ts";

/**
 * How far a password's version is moved on where nobody knows how many there were after the backup: further than
 * anybody has changed one.
 */
const unknownVersions = 1_000_000;

/** No token is good that was issued for another password than the one that comes back, or that may have been. */
function withVersion(user: UserRecord, present: State | undefined): UserRecord {
  const now = present?.userById(user.id);
  const isKnown = now?.username === user.username && now.createdAt === user.createdAt;
  if (!isKnown) return { ...user, passwordVersion: user.passwordVersion + unknownVersions };
  const passwordVersion = Math.max(user.passwordVersion, now.passwordVersion);
  const isSame = now.passwordHash === user.passwordHash;
  return { ...user, passwordVersion: isSame ? passwordVersion : passwordVersion + 1 };
}

/**
 * Sees to it that what was given is not given again, and that what was ended doesn't come back, with the data of a
 * backup: ids, passwords' versions, tokens and keys. What nothing is known of may have been ended since and is ended.
 * @param present what the backup takes the place of; undefined where that can't be read
 * @returns how many keys were ended because nothing is known of them
 */
export function carryOver(state: State, present: State | undefined, now: string): number {
  if (present) {
    state.nextUserId = Math.max(state.nextUserId, present.nextUserId);
    for (const kind of ["expenses", "budgets", "imports", "apiKeys"] as const) {
      state[kind].nextId = Math.max(state[kind].nextId, present[kind].nextId);
    }
    for (const [id, expiresAt] of present.revokedTokens) state.revokedTokens.set(id, expiresAt);
    state.tokensOverUntil = laterOf(state.tokensOverUntil, present.tokensOverUntil);
  }
  const ended: ApiKeyRecord[] = [];
  const unknown: ApiKeyRecord[] = [];
  for (const key of state.apiKeys.freeze().flat()) {
    const found = present?.apiKeys.findByHash(key.secretHash);
    if (key.revokedAt !== null) continue;
    if (!found) unknown.push({ ...key, revokedAt: now });
    else if (found.revokedAt !== null) ended.push({ ...key, revokedAt: found.revokedAt });
  }
  const users = [...state.users.values()].map((user) => withVersion(user, present));
  state.apply({ put: { users, apiKeys: [...ended, ...unknown] } });
  return unknown.length;
}
