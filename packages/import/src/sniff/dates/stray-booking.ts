/** Recognises bookings outside the list, so that no row vanishes silently. */
import { dayOf, readDateCell } from "../../cells/date-cell.ts";
import { readNumberLike } from "../../cells/number-cell.ts";
import { isYearless, readSixDigits } from "../../cells/short-date.ts";
import { isTotal } from "../words/total-words.ts";
import { delimiters, recordsOf } from "../table/dialect.ts";

const letter = /\p{L}/u;

const isDate = (cell: string): boolean =>
  (readDateCell(cell.trim())?.orders.length ?? 0) > 0 || isYearless(cell.trim());

/** Whether a number is written like an amount: with decimals, a sign or a currency. */
function isAmount(cell: string): boolean {
  const number = readNumberLike(cell.trim());
  if (!number || isDate(cell)) return false;
  return number.decimal !== "none" || number.sign !== "" || number.currency !== "";
}

// Lines above a list, such as the balance on a day, are short, with the day directly after a word for it.
const lastPlaceOfDay = 1;
const manyCells = 5;

const isSixDigitDay = (cell: string): boolean => {
  const day = readSixDigits(cell.trim());
  return day?.orders.some((order) => dayOf(day, order, new Map()) !== undefined) ?? false;
};

function isBooking(cells: readonly string[]): boolean {
  const day = isSixDigitDay(cells[0] ?? "") ? 0 : cells.findIndex(isDate);
  const isShort = cells.filter((cell) => cell.trim() !== "").length < manyCells;
  if (day < 0 || (isShort && day > lastPlaceOfDay) || cells.length < 3) return false;
  const others = cells.filter((_, index) => index !== day);
  const words = others.filter((cell) => letter.test(cell) && !isAmount(cell) && !isDate(cell));
  return others.some(isAmount) && words.length > 0 && !cells.some(isTotal);
}

/**
 * Whether the first line of a file gives the balance of an account on a certain day: the day is behind the
 * account, elsewhere than in the list, and the number has no sign.
 * @param listedDay the place of the day in the list
 */
export function isBalanceOnDay(cells: readonly string[], listedDay: number): boolean {
  const day = cells.findIndex(isDate);
  const amounts = cells.filter(isAmount).map((cell) => readNumberLike(cell.trim()));
  return (
    day > lastPlaceOfDay && day !== listedDay && amounts.every((number) => number?.sign === "")
  );
}

/** Splits a line, including quotes that are still there because another delimiter had left it whole. */
function cellsOf(line: string, delimiter: string): string[] {
  const [record] = recordsOf(line, delimiter);
  return record?.cells ?? [];
}

/**
 * Whether a record is a booking, in its own cells or split by another character.
 * @param delimiter the character by which the record was split
 */
export function looksLikeBooking(cells: readonly string[], delimiter: string): boolean {
  if (isBooking(cells)) return true;
  const line = cells.join(delimiter);
  return delimiters.some(
    (other) => other !== delimiter && line.includes(other) && isBooking(cellsOf(line, other)),
  );
}
