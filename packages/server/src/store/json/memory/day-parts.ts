import { type CalendarDate, countPeriods, periodKeys } from "@outlay/shared";

/** Searching for one start takes as long as reading hundreds of records. */
const mostStarts = 3;

/** `2026-11-01` and `2026-11-30` → `2026-11-`. */
function sharedStart(one: string, other: string): string {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return one.slice(0, length);
}

/** Text with which all of these days begin; undefined where they have too little in common. */
function dayStarts(first: CalendarDate, last: CalendarDate): readonly string[] | undefined {
  if (countPeriods("month", first, last) <= mostStarts) return periodKeys("month", first, last);
  const start = sharedStart(first, last);
  return start.length >= "YYYY-".length ? [start] : undefined;
}

const partOf = (start: string) => `"spentOn":"${start}`;

/**
 * Texts of which every expense of these days contains one, and few others do; undefined where most
 * expenses would.
 */
export const dayParts = (first: CalendarDate, last: CalendarDate): readonly string[] | undefined =>
  dayStarts(first, last)?.map(partOf);
