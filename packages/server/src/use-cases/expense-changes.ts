/** The use cases for changes of many expenses at once. */
import {
  type ExpenseFields,
  InvalidFields,
  maxChangedExpenses,
  notAValidChoice,
} from "@outlay/shared";
import type { Changed, ChangedMany, RevertedMany } from "../domain/bulk-change.ts";
import { notFound } from "../domain/refusal.ts";
import type { ExpenseRecord } from "../domain/records.ts";
import type { BulkChanges } from "../store/store.ts";
import { CategoryTaken, CategoryUnknown, NotAllFound, TooMany } from "../store/store-errors.ts";

/** The largest number of ids in a message. */
const mostNamed = 10;

function idsMissing({ ids }: NotAllFound): string {
  const named = ids.slice(0, mostNamed).join(", ");
  const more = ids.length > mostNamed ? ` and ${ids.length - mostNamed} others` : "";
  return `You have no expenses with these ids: ${named}${more}.`;
}

/** Adds the id of the expense to which a fault of the fields to set belongs. */
function ofExpense(id: number, error: unknown): unknown {
  if (!(error instanceof InvalidFields)) return error;
  const named = Object.entries(error.fields).map(([name, messages]) => [
    name,
    messages.map((message) => `${message} (expense ${id})`),
  ]);
  return new InvalidFields(Object.fromEntries(named) as InvalidFields["fields"]);
}

/**
 * Changes all of the expenses, or none.
 * @throws InvalidFields
 */
export async function changeExpenses(
  changes: BulkChanges,
  userId: number,
  which: Changed,
  change: (current: ExpenseFields) => ExpenseFields,
): Promise<ChangedMany> {
  const changeOne = (current: ExpenseRecord) => {
    try {
      return change(current);
    } catch (error) {
      throw ofExpense(current.id, error);
    }
  };
  try {
    return await changes.change(userId, which, changeOne);
  } catch (error) {
    if (error instanceof CategoryUnknown) {
      throw new InvalidFields({ category: [notAValidChoice(error.key)] });
    }
    if (error instanceof NotAllFound) throw new InvalidFields({ ids: [idsMissing(error)] });
    if (!(error instanceof TooMany)) throw error;
    throw new InvalidFields({
      filter: [
        `${error.count} expenses match; one change can be of at most ${maxChangedExpenses}. Choose fewer, such as those of a year.`,
      ],
    });
  }
}

/** @throws Refusal not_found, also for another user's change; InvalidFields if a removed category can't be made again */
export async function revertChange(
  changes: BulkChanges,
  userId: number,
  id: number,
): Promise<RevertedMany> {
  try {
    const reverted = await changes.revert(userId, id);
    if (!reverted) throw notFound();
    return reverted;
  } catch (error) {
    if (!(error instanceof CategoryTaken)) throw error;
    const message = `The category "${error.categoryName}" can't be made again, because another one has its name.`;
    throw new InvalidFields({ non_field_errors: [message] });
  }
}
