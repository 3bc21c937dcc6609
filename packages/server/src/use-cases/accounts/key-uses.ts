import type { ApiKeyRecord } from "../../domain/api-key.ts";
import type { ApiKeys } from "../../store/api-keys.ts";
import { StorageFull, StorageUnavailable } from "../../store/store-errors.ts";

/** The time for which a use may stay unrecorded, so that not every request costs a write. */
const noteEveryMs = 5 * 60 * 1000;

/** Records the use of keys. */
export interface KeyUses {
  /** Writing the use is not awaited, because a request is answered even if that fails. */
  note(key: ApiKeyRecord): void;
}

const cannotBeWritten = (error: unknown) =>
  error instanceof StorageUnavailable || error instanceof StorageFull;

/** @param report receives failures other than those that a full or busy disk explains */
export function keyUses(
  apiKeys: ApiKeys,
  clock: () => Date,
  report: (message: string) => void,
): KeyUses {
  /** The times of uses that are being written, or could not be written. */
  const notedMs = new Map<number, number>();
  return {
    note({ id, userId, lastUsedAt }) {
      const now = clock();
      const keptMs = lastUsedAt === null ? 0 : Date.parse(lastUsedAt);
      const lastMs = Math.max(keptMs, notedMs.get(id) ?? 0);
      if (now.getTime() - lastMs < noteEveryMs) return;
      notedMs.set(id, now.getTime());
      apiKeys.noteUse(userId, id, now.toISOString()).catch((error: unknown) => {
        // A later use of the key will be recorded instead.
        if (!cannotBeWritten(error))
          report(`The use of an API key can't be recorded: ${String(error)}`);
      });
    },
  };
}
