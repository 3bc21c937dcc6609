/** The use cases for batches of imported expenses. */
import { notFound } from "../domain/refusal.ts";
import type { CountedImport, Imported, ImportedFields } from "../domain/import-batch.ts";
import type { Imports } from "../store/store.ts";

/** @throws Refusal not_found, also for another user's batch */
export async function findImport(
  imports: Imports,
  userId: number,
  id: number,
): Promise<CountedImport> {
  const batch = await imports.find(userId, id);
  if (!batch) throw notFound();
  return batch;
}

/** @throws Refusal not_found, also for another user's batch */
export async function requireImport(imports: Imports, userId: number, id: number): Promise<void> {
  if (!(await imports.has(userId, id))) throw notFound();
}

/** @throws Refusal not_found */
export async function addToImport(
  imports: Imports,
  userId: number,
  id: number,
  expenses: readonly ImportedFields[],
): Promise<Imported> {
  const imported = await imports.addTo(userId, id, expenses);
  if (!imported) throw notFound();
  return imported;
}

/**
 * Removes a batch.
 * @returns the number of its expenses
 * @throws Refusal not_found
 */
export async function revertImport(imports: Imports, userId: number, id: number): Promise<number> {
  const deleted = await imports.revert(userId, id);
  if (deleted === undefined) throw notFound();
  return deleted;
}
