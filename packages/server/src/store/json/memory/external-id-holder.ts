import type { Instant, Kept } from "../../store.ts";
import type { RecordLookup } from "./record-table.ts";
import { isGone } from "./trash.ts";

/**
 * The record that has these fields' external id; a record gone from the trash gives the id up.
 * @param oldest as returned by `oldestKept`
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
