import { describe, expect, it } from "vitest";
import type { ApiKeyRecord } from "../../domain/api-key.ts";
import type { ApiKeys } from "../../store/api-keys.ts";
import { StorageUnavailable } from "../../store/store-errors.ts";
import { keyUses } from "./key-uses.ts";

const key: ApiKeyRecord = {
  id: 1,
  userId: 1,
  name: "cron",
  scope: "read",
  secretHash: "hash",
  expiresAt: null,
  createdAt: "2026-11-22T09:00:00.000Z",
  lastUsedAt: null,
  revokedAt: null,
};

const unasked = async (): Promise<never> => {
  throw new Error("nobody asks for this");
};

/**
 * Records uses at some minutes after ten, of a key as it was read.
 * @returns the minutes that reached the store
 */
function notedOf(used: readonly number[], lastUsedAt: string | null, refusal?: Error): number[] {
  const start = Date.parse("2026-11-22T10:00:00.000Z");
  const time = { minutes: 0 };
  const noted: number[] = [];
  const apiKeys: ApiKeys = {
    list: unasked,
    findByHash: unasked,
    create: unasked,
    revoke: unasked,
    noteUse: async (_userId, _id, usedAt) => {
      noted.push((Date.parse(usedAt) - start) / 60_000);
      if (refusal) throw refusal;
    },
  };
  const clock = () => new Date(start + time.minutes * 60_000);
  const uses = keyUses(apiKeys, clock, () => undefined);
  for (const minutes of used) {
    time.minutes = minutes;
    uses.note({ ...key, lastUsedAt });
  }
  return noted;
}

describe("the uses of a key", () => {
  it("are recorded once in five minutes, even while the first is still being written", () => {
    expect(notedOf([0, 0, 1, 4.9, 5, 6, 9.9, 10], null)).toEqual([0, 5, 10]);
  });

  it("are not recorded if another process has just done so", () => {
    expect(notedOf([0, 2, 3, 4], "2026-11-22T09:58:00.000Z")).toEqual([3]);
  });

  it("are not retried with every request if they can't be written", () => {
    expect(notedOf([0, 1, 2, 5], null, new StorageUnavailable("busy"))).toEqual([0, 5]);
  });
});
