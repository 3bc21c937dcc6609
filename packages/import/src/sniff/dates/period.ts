/** Finds the period that the lines above a list give. */
import { type CalendarDate } from "@outlay/shared";
import { dateOrders, dayOf, readDateCell } from "../../cells/date-cell.ts";
import { isMonthName, monthsOf } from "../../cells/month-names.ts";
import { bareWords } from "../../cells/plain-text.ts";
import type { Period } from "../../cells/short-date.ts";

const dates =
  /(?<![\d.,])(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./]\d{4}|\d{1,2}\.? ?(?:de )?\p{L}{3,12}\.?,? (?:de )?\d{4}|\p{L}{3,12}\.? \d{1,2},? \d{4})(?![\d])/gu;
const monthsOfYears = /(?<!\p{L})(\p{L}{3,12})\.? (?:de )?((?:19|20)\d\d)(?!\d)/gu;
const years = /(?<![\d.,/-])(?:19|20)\d\d(?![\d.,])/g;
const aboutYears =
  /\b(?:year|period|statement|month|from|jahr|zeitraum|monat|auszug|periode|annee|releve|periodo|ano|anno|extracto|extrato|estratto|jaar|afschrift|ar|kausi|okres|rok|wyciag|vypis|idoszak|perioada)\b|年|期間|период|за/;

/** Reads dates in the one order that all of them allow, otherwise in each order. */
function daysOf(written: readonly string[]): CalendarDate[] {
  const cells = written.flatMap((text) => readDateCell(text) ?? []);
  const months = monthsOf(cells.flatMap(({ monthName }) => monthName ?? [])) ?? new Map();
  const inOrders = dateOrders.map((order) =>
    cells.flatMap((cell) => {
      const is = cell.monthName !== undefined ? cell.orders[0] : order;
      const day = is && cell.orders.includes(is) ? dayOf(cell, is, months) : undefined;
      return day ?? [];
    }),
  );
  const whole = inOrders.filter((days) => days.length === cells.length);
  return (whole.length > 0 ? whole : inOrders).flat().toSorted();
}

function yearsIn(line: string): number[] {
  const named = [...line.matchAll(monthsOfYears)]
    .filter(([, month = ""]) => isMonthName(month))
    .map(([, , year]) => Number(year));
  const alone = aboutYears.test(bareWords(line)) ? line.match(years) : [];
  return [...named, ...(alone ?? []).map(Number)];
}

/** @param lines the lines above the list @returns undefined if they give no year */
export function periodIn(lines: readonly (readonly string[])[]): Period | undefined {
  const texts = lines.map((cells) => cells.join(" "));
  // A single date may refer to anything.
  const written = texts.flatMap((text) => {
    const found = text.match(dates) ?? [];
    return found.length > 1 || aboutYears.test(bareWords(text)) ? found : [];
  });
  const days = daysOf(written);
  const found = new Set([
    ...days.map((day) => Number(day.slice(0, 4))),
    ...texts.flatMap((text) => yearsIn(text.replace(dates, " "))),
  ]);
  if (found.size === 0) return undefined;
  // A single day is the day of the statement.
  const from = written.length > 1 ? days[0] : undefined;
  return { from, to: days.at(-1), years: [...found] };
}
