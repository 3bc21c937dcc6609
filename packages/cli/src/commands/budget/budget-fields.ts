import {
  budgetCategories,
  budgetFields,
  type budgetInput,
  budgetPeriods,
  type CalendarDate,
  centsToText,
  namedFields,
  rollovers,
} from "@outlay/shared";
import { wholeBuiltIn } from "../../categories/known-categories.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseDay } from "../../arguments/day.ts";
import { orNone } from "../../arguments/or-none.ts";
import type { Reading } from "../../arguments/reading.ts";
import { parseTextOption } from "../../arguments/text-field.ts";

export interface BudgetOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  period?: string | undefined;
  starts?: string | undefined;
  ends?: string | undefined;
  rollover?: string | undefined;
}

type Day = CalendarDate | null;

/** Parses a budget's first day, the closest of the possible ones: on the 22nd, `1 nov` is this month's. */
export const parseFirstDay = (text: string, today: CalendarDate): Day =>
  orNone(text, (day) => parseDay(day, today, { which: "closest", of: today }));

/** Parses a budget's last day, the next one to come after the first: on November 22, `1 jan` is next year's. */
export const parseLastDay = (text: string, first: Day, today: CalendarDate): Day =>
  orNone(text, (day) =>
    parseDay(day, today, { which: "first", of: first && first > today ? first : today }),
  );

/** The fields that options name, as the API takes them, except that a category is still the word that was typed. @throws CliError usage */
export function parseBudgetFields(options: BudgetOptions, { today, parseAmount }: Reading) {
  const { amount, description, category, period, starts, ends, rollover } = options;
  const first = starts === undefined ? undefined : parseFirstDay(starts, today);
  return namedFields({
    amount: amount === undefined ? undefined : centsToText(parseAmount(amount)),
    description:
      description === undefined
        ? undefined
        : parseTextOption(budgetFields.description, description),
    category: category === undefined ? undefined : (wholeBuiltIn(category, "budget") ?? category),
    period: period === undefined ? undefined : parseChoice("Period", period, budgetPeriods),
    starts: first,
    ends: ends === undefined ? undefined : parseLastDay(ends, first ?? null, today),
    rollover: rollover === undefined ? undefined : parseChoice("Rollover", rollover, rollovers),
  } satisfies Record<Exclude<keyof typeof budgetInput.entries, "external_id">, unknown>);
}

const listed = (options: readonly string[]) => options.join(", ").toLowerCase();

/** The options' descriptions, shared by adding and editing. */
export const budgetHelp = {
  category: `${listed(budgetCategories)}, or one of your own, or first letters`,
  period: `one of ${listed(budgetPeriods)}`,
  starts: 'the first day it applies, or none: 2026-11-01, today, "1 jan"',
  ends: "the last day it applies, or none",
  rollover: `what is carried into the next period: ${listed(rollovers)}`,
} as const;
