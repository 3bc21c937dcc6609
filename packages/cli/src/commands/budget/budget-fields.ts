import {
  budgetCategories,
  type budgetInput,
  budgetPeriods,
  type CalendarDate,
  centsToText,
  namedFields,
  rollovers,
} from "@outlay/shared";
import { parseChoice } from "../../arguments/choice.ts";
import { type DayReading, parseDay } from "../../arguments/day.ts";
import type { Reading } from "../../arguments/reading.ts";

export interface BudgetOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  period?: string | undefined;
  starts?: string | undefined;
  ends?: string | undefined;
  rollover?: string | undefined;
}

type Day = CalendarDate | null | undefined;

/** Parses a day; `none` is null. */
function parseDayOrNone(text: string | undefined, today: CalendarDate, reading: DayReading): Day {
  if (text === undefined) return undefined;
  return text.trim().toLowerCase() === "none" ? null : parseDay(text, today, reading);
}

/**
 * A budget's first day is the closest of the possible days, its last day the next one to come: on the 22nd,
 * `1 nov` is this month's, and `1 jan` next year's.
 */
function parseSpan(
  { starts, ends }: BudgetOptions,
  today: CalendarDate,
): { first: Day; last: Day } {
  const first = parseDayOrNone(starts, today, { which: "closest", of: today });
  const of = first && first > today ? first : today;
  return { first, last: parseDayOrNone(ends, today, { which: "first", of }) };
}

/** The fields that options name, as the API takes them. @throws CliError usage */
export function parseBudgetFields(options: BudgetOptions, { today, parseAmount }: Reading) {
  const { amount, description, category, period, rollover } = options;
  const { first, last } = parseSpan(options, today);
  return namedFields({
    amount: amount === undefined ? undefined : centsToText(parseAmount(amount)),
    description,
    category:
      category === undefined ? undefined : parseChoice("Category", category, budgetCategories),
    period: period === undefined ? undefined : parseChoice("Period", period, budgetPeriods),
    starts: first,
    ends: last,
    rollover: rollover === undefined ? undefined : parseChoice("Rollover", rollover, rollovers),
  } satisfies Record<keyof typeof budgetInput.entries, unknown>);
}

const listed = (options: readonly string[]) => options.join(", ").toLowerCase();

/** The options' descriptions, shared by adding and editing. */
export const budgetHelp = {
  category: `one of ${listed(budgetCategories)}, or its first letters`,
  period: `one of ${listed(budgetPeriods)}`,
  starts: 'the first day it applies, or none: 2026-11-01, today, "1 jan"',
  ends: "the last day it applies, or none",
  rollover: `what is carried into the next period: ${listed(rollovers)}`,
} as const;
