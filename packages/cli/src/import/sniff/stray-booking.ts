/** Lines that look like bookings and don't stand in the list that is read: no row may vanish. */
import { readDateCell } from "../cells/date-cell.ts";
import { readNumberCell } from "../cells/number-cell.ts";
import { isTotal } from "./cell-words.ts";
import { delimiters } from "./dialect.ts";

const letter = /\p{L}/u;

const isDate = (cell: string): boolean => (readDateCell(cell.trim())?.orders.length ?? 0) > 0;

/** A number that is written as amounts are: with decimals, a sign or a currency. */
function isAmount(cell: string): boolean {
  const number = readNumberCell(cell.trim());
  if (!number || isDate(cell)) return false;
  return number.decimal !== "none" || number.sign !== "" || number.currency !== "";
}

// What stands above a list, such as the day of a balance, has its day behind a word for it.
const lastPlaceOfDay = 1;

function isBooking(cells: readonly string[]): boolean {
  const day = cells.findIndex(isDate);
  if (day < 0 || day > lastPlaceOfDay || cells.length < 3) return false;
  const others = cells.filter((_, index) => index !== day);
  const words = others.filter((cell) => letter.test(cell) && !isAmount(cell) && !isDate(cell));
  return others.some(isAmount) && words.length > 0 && !cells.some(isTotal);
}

/**
 * Whether a record is a booking, in its own cells or divided by another character.
 * @param delimiter the one that it was divided by
 */
export function looksLikeBooking(cells: readonly string[], delimiter: string): boolean {
  if (isBooking(cells)) return true;
  const line = cells.join(delimiter);
  return delimiters.some(
    (other) => other !== delimiter && line.includes(other) && isBooking(line.split(other)),
  );
}
