import type { Connection } from "../connection.ts";
import { budgetNoun } from "../commands/budget/budget-noun.ts";
import { expenseNoun } from "../commands/expense/expense-noun.ts";
import { type Change, changeText } from "./change.ts";
import { takeBackCategory } from "./take-back-category.ts";
import { takeBackImport } from "./take-back-import.ts";
import { takeBackMany } from "./take-back-many.ts";
import { takeBackRecord } from "./take-back-record.ts";
import { refusal, type TakenBack } from "./taken-back.ts";

/**
 * Undoes a change.
 * @param confirm is called before an import's expenses are removed for good
 * @throws CliError not_found, changed_since, and anything that `confirm` throws; in each case nothing was
 * done
 */
export async function takeBack(
  connection: Connection,
  change: Change,
  confirm: (importId: number, source: string) => Promise<void>,
): Promise<TakenBack> {
  if (change.did === "import") return takeBackImport(connection, change, confirm);
  if (change.did === "edit-many") return takeBackMany(connection, change);
  if (
    change.did === "category-add" ||
    change.did === "category-edit" ||
    change.did === "category-rm"
  ) {
    return takeBackCategory(connection, change);
  }
  if (change.did === "unsure") {
    throw refusal(
      "changed_since",
      `The last change got no answer, so it may or may not have been made: ${changeText(change)}.`,
      "Check with: outlay list",
    );
  }
  if (change.did === "revert") {
    throw refusal(
      "changed_since",
      `The last change was ${changeText(change)}, which removed its expenses for good.`,
      "To get them back, import the file again",
    );
  }
  return change.kind === "expense"
    ? takeBackRecord(connection, expenseNoun, change)
    : takeBackRecord(connection, budgetNoun, change);
}
