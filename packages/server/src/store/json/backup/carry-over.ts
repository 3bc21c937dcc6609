import type { ApiKeyRecord } from "../../api-keys.ts";
import type { UserRecord } from "../../users.ts";
import type { SessionMarks } from "./session-marks.ts";
import { laterOf, type State } from "../memory/state.ts";

/** No token is good that was issued for another password than the one that comes back, or that may have been. */
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
 * Sees to it that what was given is not given again, and that what was ended doesn't come back, with the data of a
 * backup: ids, passwords' versions, tokens and keys. What nothing is known of may have been ended since and is ended.
 * @param present what the backup takes the place of; undefined where that can't be read
 * @returns how many keys were ended because nothing is known of them
 */
export function carryOver(
  state: State,
  present: State | undefined,
  now: string,
  marks: SessionMarks,
): number {
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
  const users = [...state.users.values()].map((user) => withoutEnded(user, present, marks));
  state.apply({ put: { users, apiKeys: [...ended, ...unknown] } });
  return unknown.length;
}
