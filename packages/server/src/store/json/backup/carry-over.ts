import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { SessionMarks } from "./session-marks.ts";
import { kindNames } from "../memory/record-kinds.ts";
import { laterOf, type State } from "../memory/state.ts";

/** Ends tokens that were issued, or may have been, under a password other than the restored one. */
function withoutEnded(
  user: UserRecord,
  present: State | undefined,
  { newMark, versionStep }: SessionMarks,
): UserRecord {
  const now = present?.userById(user.id);
  const isKnown = now?.username === user.username && now.createdAt === user.createdAt;
  if (!isKnown) {
    const passwordVersion = user.passwordVersion + versionStep();
    return { ...user, passwordVersion, sessionMark: newMark() };
  }
  const passwordVersion = Math.max(user.passwordVersion, now.passwordVersion);
  return now.passwordHash === user.passwordHash
    ? { ...user, passwordVersion, sessionMark: now.sessionMark }
    : { ...user, passwordVersion: passwordVersion + versionStep(), sessionMark: newMark() };
}

/**
 * Makes sure that with the data of a backup nothing is issued twice and nothing revoked returns:
 * ids, versions of passwords, tokens and keys. Whatever may have been revoked since counts as
 * revoked.
 * @param present the data that the backup replaces; undefined where they can't be read
 * @returns the number of keys revoked because nothing is known about them
 */
export function carryOver(
  state: State,
  present: State | undefined,
  now: string,
  marks: SessionMarks,
): number {
  if (present) {
    state.nextUserId = Math.max(state.nextUserId, present.nextUserId);
    for (const name of kindNames) {
      state[name].nextId = Math.max(state[name].nextId, present[name].nextId);
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
  const users = [...state.users.values()].map((user) => withoutEnded(user, present, marks));
  state.apply({ put: { users, apiKeys: [...ended, ...unknown] } });
  return unknown.length;
}
