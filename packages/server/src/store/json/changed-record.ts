import type { RecordKeys, Stored } from "../../domain/records.ts";
import type { Instant } from "../../domain/instant.ts";

/** A record's members other than its fields, which a change of fields keeps. */
function keysOf<Fields>(record: Stored<Fields>, fieldNames: ReadonlySet<string>): RecordKeys {
  const keys = Object.entries(record).filter(([name]) => !fieldNames.has(name));
  return Object.fromEntries(keys) as unknown as RecordKeys;
}

/** Returns a record with other fields. */
export function changedRecord<Fields extends object>(
  current: Stored<Fields>,
  fields: Fields,
  fieldNames: ReadonlySet<string>,
  updatedAt: Instant,
): Stored<Fields> {
  const keys = { ...keysOf(current, fieldNames), updatedAt };
  // The id comes first, where the lines of a snapshot have it.
  return Object.assign({ id: current.id }, fields, keys);
}
