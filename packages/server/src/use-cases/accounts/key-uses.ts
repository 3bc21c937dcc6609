import type { ApiKeyRecord } from "../../domain/api-key.ts";
import type { ApiKeys } from "../../store/api-keys.ts";
import { StorageFull, StorageUnavailable } from "../../store/store-errors.ts";

/** The time for which a use may stay unrecorded, so that not every request costs a write. */
const noteEveryMs = 5 * 60 * 1000;

/** Records the use of keys. */
export interface KeyUses {
  /** Not awaited: a request is answered even if this can't be written. */
  note(key: ApiKeyRecord): void;
}

const cannotBeWritten = (error: unknown) =>
  error instanceof StorageUnavailable || error instanceof StorageFull;

/** @param report is told failures that a full or busy disk doesn't explain */
export function keyUses(
  apiKeys: ApiKeys,
  clock: () => Date,
  report: (message: string) => void,
): KeyUses {
  /** The times of uses being written, and of those that could not be. */
  const notedMs = new Map<number, number>();
  return {
    note({ id, userId, lastUsedAt }) {
      const now = clock();
      const keptMs = lastUsedAt === null ? 0 : Date.parse(lastUsedAt);
      const lastMs = Math.max(keptMs, notedMs.get(id) ?? 0);
      if (now.getTime() - lastMs < noteEveryMs) return;
      notedMs.set(id, now.getTime());
      apiKeys.noteUse(userId, id, now.toISOString()).catch((error: unknown) => {
        // A later use will be recorded.
        if (!cannotBeWritten(error))
          report(`The use of an API key can't be recorded: ${String(error)}`);
      });
    },
  };
}
