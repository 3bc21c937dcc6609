import { counted } from "@outlay/shared";
import type { ImportsApi } from "../../api/imports-api.ts";
import { isRemoved } from "../../api/received/records.ts";

/** The present contents of an import. */
export interface BatchContents {
  keptCount: number;
  /** The number of expenses that were edited since they were imported. */
  editedCount: number;
  inTrashCount: number;
}

export async function contentsOf(imports: ImportsApi, id: number): Promise<BatchContents> {
  const all = await imports.expenses(id);
  const kept = all.filter((expense) => !isRemoved(expense));
  const edited = kept.filter(({ created_at, updated_at }) => updated_at !== created_at);
  return {
    keptCount: kept.length,
    editedCount: edited.length,
    inTrashCount: all.length - kept.length,
  };
}

/** `3 expenses (1 edited) and 2 in the trash` */
export function contentsText({ keptCount, editedCount, inTrashCount }: BatchContents): string {
  const edited = editedCount > 0 ? ` (${editedCount} edited)` : "";
  const inTrash = inTrashCount > 0 ? ` and ${inTrashCount} in the trash` : "";
  return `${counted(keptCount, "expense")}${edited}${inTrash}`;
}
