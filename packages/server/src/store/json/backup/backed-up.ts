import type { ApiKeyRecord } from "../../../domain/api-key.ts";
import type { SessionMarks } from "./session-marks.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const revoked = (key: ApiKeyRecord, now: string): ApiKeyRecord =>
  key.revokedAt === null ? { ...key, revokedAt: now, revokedByBackup: true } : key;

/**
 * A snapshot in the form for a backup. In it no token and no key is valid, because somebody may put
 * it in place by hand, and then nothing would be known of those revoked in between.
 */
export const backedUp = (snapshot: Snapshot, { newMark }: SessionMarks, now: Date): Snapshot => ({
  ...snapshot,
  standsAlone: true,
  users: [...snapshot.users].map((user) => ({ ...user, sessionMark: newMark() })),
  apiKeys: [...snapshot.apiKeys].map((key) => revoked(key, now.toISOString())),
});

/**
 * The keys of a backup in their original state, for a restore that knows which were revoked since.
 */
export const keysBeforeBackup = ({ apiKeys }: Snapshot): ApiKeyRecord[] =>
  [...apiKeys].map(({ revokedByBackup, ...key }) =>
    revokedByBackup ? { ...key, revokedAt: null } : key,
  );
