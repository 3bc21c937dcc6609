/** The group in which an expense is counted: its kind and its category. */
import type { ExpenseRecord } from "../../../domain/records.ts";
import { kindOf } from "../../../domain/spent.ts";

export const tallyGroup = (record: Pick<ExpenseRecord, "kind" | "category">): string =>
  `${kindOf(record)} ${record.category ?? ""}`;

export function readTallyGroup(group: string): { kind: string; category: string } {
  const [kind = "", category = ""] = group.split(" ");
  return { kind, category };
}
