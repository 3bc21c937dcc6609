import type { ApiKeyRecord } from "../../api-keys.ts";
import type { SessionMarks } from "./session-marks.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

const revoked = (key: ApiKeyRecord, now: string): ApiKeyRecord =>
  key.revokedAt === null ? { ...key, revokedAt: now, revokedByBackup: true } : key;

/**
 * A snapshot as a backup has it. No token and no key is good for the accounts in it, since somebody may put it in place
 * by hand, and nothing would be known then of what was ended in between.
 */
export const backedUp = (snapshot: Snapshot, { newMark }: SessionMarks, now: Date): Snapshot => ({
  ...snapshot,
  standsAlone: true,
  users: [...snapshot.users].map((user) => ({ ...user, sessionMark: newMark() })),
  apiKeys: [...snapshot.apiKeys].map((key) => revoked(key, now.toISOString())),
});

/** The keys of a backup as they were before it, for one who knows which were revoked since. */
export const keysBeforeBackup = ({ apiKeys }: Snapshot): ApiKeyRecord[] =>
  [...apiKeys].map(({ revokedByBackup, ...key }) =>
    revokedByBackup ? { ...key, revokedAt: null } : key,
  );
