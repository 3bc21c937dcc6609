import type { CalendarDate } from "@outlay/shared";

/**
 * What the texts of all records have that are of days from the first to the last: of a month or a week few
 * others have it. Where there is no limit, all have it.
 */
export function dayPart(first: CalendarDate | null, last: CalendarDate | null): string {
  let length = 0;
  if (first !== null && last !== null) {
    while (length < first.length && first[length] === last[length]) length += 1;
  }
  return `"spentOn":"${first?.slice(0, length) ?? ""}`;
}
