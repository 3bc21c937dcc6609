/**
 * The operations on records of one kind. Expenses and budgets differ only in their fields, so each operation is written
 * once and works on any collection.
 */
import { InvalidFields } from "@outlay/shared";
import { notFound } from "../domain/refusal.ts";
import type { Collection } from "../store/store.ts";
import type { Created, Stored } from "../domain/records.ts";
import { ExternalIdTaken } from "../store/store-errors.ts";

/** @throws Refusal not_found, also for another user's record */
export async function findRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  id: number,
): Promise<Stored<Fields>> {
  const record = await collection.find(userId, id);
  if (!record) throw notFound();
  return record;
}

/**
 * Creates a record. If the user already has one with its external id, that record is returned
 * unchanged.
 * @throws InvalidFields
 */
export async function createRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  fields: Fields,
  check: (fields: Fields) => void,
): Promise<Created<Fields>> {
  check(fields);
  return collection.create(userId, fields);
}

/** @throws InvalidFields, Refusal not_found */
export async function editRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  id: number,
  changes: Partial<Fields>,
  check: (fields: Fields) => void,
): Promise<Stored<Fields>> {
  try {
    const record = await collection.update(userId, id, (current) => {
      const fields = { ...current, ...changes };
      check(fields);
      return fields;
    });
    if (!record) throw notFound();
    return record;
  } catch (error) {
    if (!(error instanceof ExternalIdTaken)) throw error;
    throw new InvalidFields({ external_id: ["Another record has this external_id already."] });
  }
}

/** @throws Refusal not_found */
export async function removeRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  id: number,
): Promise<void> {
  if (!(await collection.remove(userId, id))) throw notFound();
}

/**
 * Restores a record from the trash.
 * @throws Refusal not_found
 */
export async function restoreRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  id: number,
): Promise<Stored<Fields>> {
  const record = await collection.restore(userId, id);
  if (!record) throw notFound();
  return record;
}
