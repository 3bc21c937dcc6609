/**
 * The operations on records of one kind. Expenses and budgets differ only in their fields, so each operation is written
 * once and works on any collection.
 */
import { InvalidFields } from "@outlay/shared";
import { notFound } from "../domain/refusal.ts";
import type { Collection } from "../store/store.ts";
import type { Stored } from "../domain/records.ts";
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
