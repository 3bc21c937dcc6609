/**
 * Encodes the position after the last expense of a page as text, which a client sends back unchanged to get the next
 * page. It is a position in the order and not a number of expenses to skip, so expenses that are recorded or removed
 * meanwhile move none from one page to another.
 */
import {
  type ExpenseOrderName,
  expenseOrders,
  isCalendarDate,
  maxAmountCents,
  minAmountCents,
} from "@outlay/shared";
import type { ExpensePosition } from "../domain/expense-query.ts";

export function writeCursor(
  order: ExpenseOrderName,
  { id, spentOn, amountCents }: ExpensePosition,
): string {
  return Buffer.from(JSON.stringify([order, id, spentOn, amountCents])).toString("base64url");
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    // The text is not a cursor of this server.
    return undefined;
  }
}

export interface Cursor {
  order: ExpenseOrderName;
  position: ExpensePosition;
}

/** Returns undefined for a text that isn't a cursor. */
export function readCursor(cursor: string): Cursor | undefined {
  const value = parse(cursor);
  if (!Array.isArray(value) || value.length !== 4) return undefined;
  const [name, id, spentOn, amountCents] = value as unknown[];
  const order = expenseOrders.find((known) => known === name);
  const isRight =
    order !== undefined &&
    isWhole(id, 1, Number.MAX_SAFE_INTEGER) &&
    typeof spentOn === "string" &&
    isCalendarDate(spentOn) &&
    isWhole(amountCents, minAmountCents, maxAmountCents);
  return isRight ? { order, position: { id, spentOn, amountCents } } : undefined;
}
