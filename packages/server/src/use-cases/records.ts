/**
 * The operations on records of one kind. Expenses and budgets differ only in their fields, so each operation is written
 * once and works on any collection.
 */
import { InvalidFields, notAValidChoice } from "@outlay/shared";
import { notFound } from "../domain/refusal.ts";
import type { Collection } from "../store/store.ts";
import type { Created, Stored } from "../domain/records.ts";
import { CategoryUnknown, ExternalIdTaken } from "../store/store-errors.ts";

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

/** Translates the store's refusals of a record's fields. */
function fieldRefusal(error: unknown): unknown {
  if (error instanceof ExternalIdTaken) {
    return new InvalidFields({ external_id: ["Another record has this external_id already."] });
  }
  if (!(error instanceof CategoryUnknown)) return error;
  return new InvalidFields({ category: [notAValidChoice(error.key)] });
}

/** @throws InvalidFields if the category has been removed meanwhile */
export async function createRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  fields: Fields,
): Promise<Created<Fields>> {
  try {
    return await collection.create(userId, fields);
  } catch (error) {
    throw fieldRefusal(error);
  }
}

/**
 * Changes a record.
 * @param change returns all fields of the changed record
 * @throws InvalidFields, Refusal not_found
 */
export async function editRecord<Fields>(
  collection: Collection<Fields>,
  userId: number,
  id: number,
  change: (current: Stored<Fields>) => Fields,
): Promise<Stored<Fields>> {
  try {
    const record = await collection.update(userId, id, change);
    if (!record) throw notFound();
    return record;
  } catch (error) {
    throw fieldRefusal(error);
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
