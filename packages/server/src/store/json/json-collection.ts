import { type Collection, type Created, type Instant, type Kept, trashDays } from "../store.ts";
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

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** The records of one kind in a JSON database. */
export function jsonCollection<Fields extends object>(
  database: Database,
  shelf: Shelf<Fields>,
  clock: () => Date,
): Collection<Fields> {
  const now = (): Instant => clock().toISOString();
  /** What was put in the trash before that is gone. */
  const oldestKept = (): Instant => new Date(clock().getTime() - trashMs).toISOString();
  const isGone = ({ deletedAt }: Kept<Fields>) => deletedAt !== null && deletedAt < oldestKept();

  const owned = (data: Data, userId: number) =>
    shelf.read(data).filter((record) => record.userId === userId && !isGone(record));

  const active = (data: Data, userId: number, id: number) =>
    owned(data, userId).find((record) => record.id === id && record.deletedAt === null);

  const trashed = (data: Data, userId: number, id: number) =>
    owned(data, userId).find((record) => record.id === id && record.deletedAt !== null);

  const withExternalId = (data: Data, userId: number, fields: Fields) => {
    const externalId = shelf.externalId(fields);
    if (externalId === null) return undefined;
    return owned(data, userId).find((record) => shelf.externalId(record) === externalId);
  };

  /** One record in another's place; what has been in the trash for long enough is left out. */
  const replaced = (data: Data, before: Kept<Fields>, after: Kept<Fields>): Data =>
    shelf.replace(
      data,
      shelf
        .read(data)
        .filter((record) => !isGone(record))
        .map((record) => (record === before ? after : record)),
    );

  return {
    list: async (userId) =>
      owned(await database.current(), userId).filter(({ deletedAt }) => deletedAt === null),

    listRemoved: async (userId) =>
      owned(await database.current(), userId).filter(({ deletedAt }) => deletedAt !== null),

    find: async (userId, id) => active(await database.current(), userId, id),

    create: (userId, fields) =>
      database.change<Created<Fields>>((data) => {
        const existing = withExternalId(data, userId, fields);
        if (existing) return { data, result: { record: existing, isNew: false } };
        const id = data.nextIds[shelf.name];
        const instant = now();
        const keys = { id, userId, createdAt: instant, updatedAt: instant, deletedAt: null };
        const record = { ...fields, ...keys };
        const next = shelf.replace(data, [...shelf.read(data), record]);
        return {
          data: { ...next, nextIds: { ...next.nextIds, [shelf.name]: id + 1 } },
          result: { record, isNew: true },
        };
      }),

    update: (userId, id, change) =>
      database.change((data) => {
        const current = active(data, userId, id);
        if (!current) return { data, result: undefined };
        const fields = change(current);
        const other = withExternalId(data, userId, fields);
        if (other && other.id !== id) throw new ExternalIdTaken();
        const { createdAt } = current;
        const keys = { id, userId, createdAt, updatedAt: now(), deletedAt: null };
        const record = { ...fields, ...keys };
        return { data: replaced(data, current, record), result: record };
      }),

    remove: (userId, id) =>
      database.change((data) => {
        const current = active(data, userId, id);
        if (!current) return { data, result: false };
        const removed = { ...current, deletedAt: now() };
        return { data: replaced(data, current, removed), result: true };
      }),

    restore: (userId, id) =>
      database.change((data) => {
        const removed = trashed(data, userId, id);
        if (!removed) return { data, result: undefined };
        const record = { ...removed, deletedAt: null };
        return { data: replaced(data, removed, record), result: record };
      }),
  };
}
