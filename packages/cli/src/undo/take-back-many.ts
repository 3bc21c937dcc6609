import { counted } from "@outlay/shared";
import { revertExpenseChange } from "../api/expense-changes.ts";
import type { Connection } from "../connection.ts";
import { changeText, type ChangeOf } from "./change.ts";
import { refusal, type TakenBack, unlessGone } from "./taken-back.ts";

/**
 * Reverts a change of many expenses, except for those that were changed since.
 * @throws CliError not_found after 30 days; changed_since if nothing is left to revert
 */
export async function takeBackMany(
  { send }: Connection,
  change: ChangeOf<"edit-many">,
): Promise<TakenBack> {
  const value = await unlessGone(revertExpenseChange(send, change.changeId), change);
  const { reverted, kept } = value;
  if (reverted === 0) {
    throw refusal(
      "changed_since",
      `Since ${changeText(change)}, each of them was changed again or removed.`,
      "See them with: outlay list",
    );
  }
  const stay = kept === 0 ? "" : `; ${counted(kept, "record")} changed since stay as they are`;
  return { value, lines: [`the change of ${counted(reverted, "record")}${stay}`] };
}
