/**
 * The weeks, months and years of the calendar. The periods of one kind follow each other without gaps, and each has a
 * number that is one more than that of the period before it.
 */
import {
  type BudgetPeriod,
  type CalendarDate,
  dateOf,
  dateParts,
  dayNumber,
  dayOfNumber,
  daysInMonth,
  monthNumber,
  monthOfNumber,
} from "@outlay/shared";

/** The first and the last day of a period. */
export interface Span {
  from: CalendarDate;
  to: CalendarDate;
}

interface PeriodKind {
  numberOf: (date: CalendarDate) => number;
  span: (number: number) => Span;
}

const lastDay = dayNumber("9999-12-31");

/**
 * Weeks begin on Monday, as the numbering of days does. The calendar's last week is shorter, because it ends with the
 * calendar.
 */
const weeks: PeriodKind = {
  numberOf: (date) => Math.floor(dayNumber(date) / 7),
  span: (number) => ({
    from: dayOfNumber(number * 7),
    to: dayOfNumber(Math.min(number * 7 + 6, lastDay)),
  }),
};

const months: PeriodKind = {
  numberOf: monthNumber,
  span(number) {
    const { year, month } = monthOfNumber(number);
    return { from: dateOf(year, month, 1), to: dateOf(year, month, daysInMonth(year, month)) };
  },
};

const years: PeriodKind = {
  numberOf: (date) => dateParts(date).year,
  span: (number) => ({ from: dateOf(number, 1, 1), to: dateOf(number, 12, 31) }),
};

export const periodKinds = {
  WEEKLY: weeks,
  MONTHLY: months,
  YEARLY: years,
} as const satisfies Record<BudgetPeriod, PeriodKind>;
