import type { Instant } from "../../../domain/instant.ts";
import type { Stored } from "../../../domain/records.ts";
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
): { holder: Stored<Fields> | undefined; gone: Stored<Fields> | undefined } {
  const record = records.findHolder(userId, fields);
  return record && isGone(record, oldest)
    ? { holder: undefined, gone: record }
    : { holder: record, gone: undefined };
}
