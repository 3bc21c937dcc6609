/**
 * Imported rows whose expenses were removed on purpose. An identity is kept by the expense itself
 * as long as that is in memory, and by an entry of its own from then on.
 */
import type { ExpenseFields } from "@outlay/shared";
import type { Instant } from "../../../domain/instant.ts";
import type { ExpenseRecord } from "../../../domain/records.ts";
import type { RemovedRow } from "../../../domain/import-batch.ts";
import type { Change } from "../journal/change.ts";
import { externalIdHolder } from "./external-id-holder.ts";
import type { Lookup } from "./state.ts";

/** The identity that stays known of an expense which is gone for good, if it was imported. */
export const rowOf = ({ id, userId, importId, externalId }: ExpenseRecord): RemovedRow[] =>
  importId === undefined || externalId === null ? [] : [{ id, userId, importId, externalId }];

/**
 * The removed row with these fields' external id; the one with the highest id, if there are several.
 * @param oldest as returned by `oldestKept`
 */
export function removedRow(
  { expenses, removedRows }: Lookup,
  userId: number,
  fields: ExpenseFields,
  oldest: Instant,
): Pick<RemovedRow, "id"> | undefined {
  const { externalId } = fields;
  if (externalId === null) return undefined;
  const { gone } = externalIdHolder(expenses, userId, fields, oldest);
  const ids = removedRows.findHolders(userId, { externalId }).map(({ id }) => id);
  if (gone) ids.push(...rowOf(gone).map(({ id }) => id));
  return ids.length > 0 ? { id: Math.max(...ids) } : undefined;
}

/**
 * Stores an expense in place of one that is gone from the trash.
 * @param gone the expense that gives up its external id, if there is one
 */
export function putReplacing(record: ExpenseRecord, gone: ExpenseRecord | undefined): Change {
  if (!gone) return { put: { expenses: [record] } };
  const rows = rowOf(gone);
  return {
    put: { expenses: [record], ...(rows.length > 0 && { removedRows: rows }) },
    remove: { expenses: [{ userId: gone.userId, id: gone.id }] },
  };
}
