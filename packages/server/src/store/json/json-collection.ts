import type { Collection, Created, Instant, Kept } from "../store.ts";
import { ExternalIdTaken } from "../store-errors.ts";
import type { Data } from "./data.ts";
import type { Database } from "./database.ts";

/** How the records of one kind lie in the data. */
export interface Shelf<Fields> {
  name: "expenses" | "budgets";
  read(data: Data): readonly Kept<Fields>[];
  replace(data: Data, records: readonly Kept<Fields>[]): Data;
  /** The client's own id of a record, unique among the user's, where the kind has one. */
  externalId(fields: Fields): string | null;
}

/** The records of one kind in a JSON database. */
export function jsonCollection<Fields extends object>(
  database: Database,
  shelf: Shelf<Fields>,
  now: () => Instant,
): Collection<Fields> {
  const owned = (data: Data, userId: number, id: number) =>
    shelf.read(data).find((record) => record.id === id && record.userId === userId);

  const withExternalId = (data: Data, userId: number, fields: Fields) => {
    const externalId = shelf.externalId(fields);
    if (externalId === null) return undefined;
    return shelf
      .read(data)
      .find((record) => record.userId === userId && shelf.externalId(record) === externalId);
  };

  return {
    list: async (userId) =>
      shelf.read(await database.current()).filter((record) => record.userId === userId),

    find: async (userId, id) => owned(await database.current(), userId, id),

    create: (userId, fields) =>
      database.change<Created<Fields>>((data) => {
        const existing = withExternalId(data, userId, fields);
        if (existing) return { data, result: { record: existing, isNew: false } };
        const id = data.nextIds[shelf.name];
        const instant = now();
        const record = { ...fields, id, userId, createdAt: instant, updatedAt: instant };
        const next = shelf.replace(data, [...shelf.read(data), record]);
        return {
          data: { ...next, nextIds: { ...next.nextIds, [shelf.name]: id + 1 } },
          result: { record, isNew: true },
        };
      }),

    update: (userId, id, change) =>
      database.change((data) => {
        const current = owned(data, userId, id);
        if (!current) return { data, result: undefined };
        const fields = change(current);
        const other = withExternalId(data, userId, fields);
        if (other && other.id !== id) throw new ExternalIdTaken();
        const { createdAt } = current;
        const record = { ...fields, id, userId, createdAt, updatedAt: now() };
        const records = shelf.read(data).map((kept) => (kept.id === id ? record : kept));
        return { data: shelf.replace(data, records), result: record };
      }),

    remove: (userId, id) =>
      database.change((data) => {
        const current = owned(data, userId, id);
        if (!current) return { data, result: false };
        const records = shelf.read(data).filter((record) => record !== current);
        return { data: shelf.replace(data, records), result: true };
      }),
  };
}
