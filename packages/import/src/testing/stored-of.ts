import type { PlannedExpense } from "../plan/plan.ts";
import { planOfText, type PlanWords } from "./plan-of.ts";

/** Adds expenses to a store, unless it has them under any of their external ids. */
export function store(ids: Set<string>, expenses: readonly PlannedExpense[]): void {
  for (const { external_id, known_as = [] } of expenses) {
    if (![external_id, ...known_as].some((id) => ids.has(id))) ids.add(external_id);
  }
}

/** Returns the external ids in a store after files were imported one after the other. */
export async function storedOf(
  files: readonly (string | Uint8Array)[],
  words: PlanWords = {},
): Promise<Set<string>> {
  const ids = new Set<string>();
  for (const file of files) store(ids, (await planOfText(file, words)).expenses);
  return ids;
}
