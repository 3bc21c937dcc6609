/** The use cases for batches of imported expenses. */
import { notFound } from "../domain/refusal.ts";
import { InvalidFields } from "@outlay/shared";
import { CurrencyUnsettled, type FileCurrencies } from "../domain/currencies/file-currency.ts";
import type {
  CountedImport,
  Imported,
  ImportedFields,
  ImportFields,
} from "../domain/import-batch.ts";
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

async function withCurrencySettled<Result>(adding: Promise<Result>): Promise<Result> {
  try {
    return await adding;
  } catch (error) {
    if (!(error instanceof CurrencyUnsettled)) throw error;
    throw new InvalidFields({
      home_currency: [`${error.message} Set it first: PATCH /me/ {"home_currency": "…"}`],
    });
  }
}

/**
 * Records expenses as a batch.
 * @throws InvalidFields if nothing tells in which currency some amounts are
 */
export const addImport = (
  imports: Imports,
  userId: number,
  { fields, named }: { fields: ImportFields; named: FileCurrencies },
  expenses: readonly ImportedFields[],
): Promise<Imported> => withCurrencySettled(imports.add(userId, fields, expenses, named));

/** @throws Refusal not_found, InvalidFields */
export async function addToImport(
  imports: Imports,
  userId: number,
  { id, named }: { id: number; named: FileCurrencies },
  expenses: readonly ImportedFields[],
): Promise<Imported> {
  const imported = await withCurrencySettled(imports.addTo(userId, id, expenses, named));
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
