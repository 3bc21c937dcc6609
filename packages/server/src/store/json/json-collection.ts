import type { Collection } from "../store.ts";
import type { Created, Stored } from "../../domain/records.ts";
import type { Instant } from "../../domain/instant.ts";
import type { UserRecord } from "../../domain/user.ts";
import { ExternalIdTaken, UserGone } from "../store-errors.ts";
import { changedRecord } from "./changed-record.ts";
import type { Change } from "./journal/change.ts";
import type { Database } from "./engine/database.ts";
import { requireCategory } from "./known-category.ts";
import { externalIdHolder } from "./memory/external-id-holder.ts";
import type { RecordLookup, RecordTable } from "./memory/record-table.ts";
import type { Lookup, State } from "./memory/state.ts";
import { isGone, oldestKept } from "./memory/trash.ts";

/** The place of the records of one kind within the data. */
export interface Place<Fields> {
  in: (state: State) => RecordTable<Fields>;
  lookUp: (data: Lookup) => RecordLookup<Fields>;
  /** Returns the fields as they are stored for this user. */
  settled?: (fields: Fields, user: UserRecord) => Fields;
  /** The names of the fields; a record's other members are the store's. */
  fieldNames: ReadonlySet<string>;
  /** @param gone is removed for good */
  put: (record: Stored<Fields>, gone?: Stored<Fields>) => Change;
}

/** Finds a record that lists show. */
function active<Fields>(data: RecordLookup<Fields>, userId: number, id: number) {
  const record = data.find(userId, id);
  return record?.deletedAt === null ? record : undefined;
}

/** Finds a record in the trash that can still be restored. */
function trashed<Fields>(data: RecordLookup<Fields>, userId: number, id: number, oldest: Instant) {
  const record = data.find(userId, id);
  return record?.deletedAt != null && !isGone(record, oldest) ? record : undefined;
}

/** The records that a list shows, or those in the trash. */
const listedIn = <Fields>(
  records: readonly Stored<Fields>[],
  areRemoved: boolean,
  oldest: Instant,
): readonly Stored<Fields>[] =>
  records.filter((record) => (record.deletedAt !== null) === areRemoved && !isGone(record, oldest));

/** Returns fields as they are stored for a user. @throws UserGone */
function settledFields<Fields>(
  place: Place<Fields>,
  data: Lookup,
  userId: number,
  fields: Fields,
): Fields {
  const user = data.userById(userId);
  if (!user) throw new UserGone();
  return place.settled?.(fields, user) ?? fields;
}

/** The records of one kind in a JSON database. */
export function jsonCollection<Fields extends { category: string | null }>(
  database: Database,
  place: Place<Fields>,
  clock: () => Date,
): Collection<Fields> {
  const now = (): Instant => clock().toISOString();

  const listed = async (userId: number, areRemoved: boolean) =>
    listedIn(place.in(await database.current()).list(userId), areRemoved, oldestKept(clock()));

  const holders = (data: RecordLookup<Fields>, userId: number, fields: Fields) =>
    externalIdHolder(data, userId, fields, oldestKept(clock()));

  return {
    list: (userId) => listed(userId, false),

    listRemoved: (userId) => listed(userId, true),

    find: async (userId, id) => active(place.in(await database.current()), userId, id),

    create: (userId, given) =>
      database.change<Created<Fields>>((data) => {
        const fields = settledFields(place, data, userId, given);
        const records = place.lookUp(data);
        const { holder, gone } = holders(records, userId, fields);
        if (holder) return { result: { record: holder, isNew: false } };
        requireCategory(data, userId, fields.category);
        const instant = now();
        const id = records.nextId;
        const keys = { userId, createdAt: instant, updatedAt: instant, deletedAt: null };
        const record = { id, ...fields, ...keys };
        return { change: place.put(record, gone), result: { record, isNew: true } };
      }),

    update: (userId, id, change) =>
      database.change((data) => {
        const records = place.lookUp(data);
        const current = active(records, userId, id);
        if (!current) return { result: undefined };
        const fields = settledFields(place, data, userId, change(current));
        if (fields.category !== current.category) requireCategory(data, userId, fields.category);
        const { holder, gone } = holders(records, userId, fields);
        if (holder && holder.id !== id) throw new ExternalIdTaken();
        const record = changedRecord(current, fields, place.fieldNames, now());
        return { change: place.put(record, gone), result: record };
      }),

    remove: (userId, id) =>
      database.change((data) => {
        const current = active(place.lookUp(data), userId, id);
        if (!current) return { result: false };
        return { change: place.put({ ...current, deletedAt: now() }), result: true };
      }),

    restore: (userId, id) =>
      database.change((data) => {
        const removed = trashed(place.lookUp(data), userId, id, oldestKept(clock()));
        if (!removed) return { result: undefined };
        const record = { ...removed, deletedAt: null };
        return { change: place.put(record), result: record };
      }),
  };
}
