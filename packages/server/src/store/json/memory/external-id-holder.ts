import type { Instant, Kept } from "../../store.ts";
import type { RecordLookup } from "./record-table.ts";
import { isGone } from "./trash.ts";

/**
 * Who has these fields' external id; one that is gone makes way for the record that is to have it.
 * @param oldest as of `oldestKept`
 */
export function externalIdHolder<Fields>(
  records: RecordLookup<Fields>,
  userId: number,
  fields: Fields,
  oldest: Instant,
): { holder: Kept<Fields> | undefined; gone: Kept<Fields> | undefined } {
  const record = records.findHolder(userId, fields);
  return record && isGone(record, oldest)
    ? { holder: undefined, gone: record }
    : { holder: record, gone: undefined };
}
