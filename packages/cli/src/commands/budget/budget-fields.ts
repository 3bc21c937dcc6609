import {
  budgetCategories,
  budgetPeriods,
  type CalendarDate,
  centsToText,
  rollovers,
} from "@outlay/shared";
import { parseAmount } from "../../arguments/amount.ts";
import { parseChoice } from "../../arguments/choice.ts";
import { parseDay } from "../../arguments/day.ts";

export interface BudgetOptions {
  amount?: string | undefined;
  description?: string | undefined;
  category?: string | undefined;
  period?: string | undefined;
  starts?: string | undefined;
  ends?: string | undefined;
  rollover?: string | undefined;
}

const parseDayOrNone = (text: string, today: CalendarDate) =>
  text.trim().toLowerCase() === "none" ? null : parseDay(text, today);

/** The fields that options name, as the API takes them. @throws CliError usage */
export function parseBudgetFields(options: BudgetOptions, today: CalendarDate) {
  const { amount, description, category, period, starts, ends, rollover } = options;
  return {
    ...(amount === undefined ? {} : { amount: centsToText(parseAmount(amount)) }),
    ...(description === undefined ? {} : { description }),
    ...(category === undefined
      ? {}
      : { category: parseChoice("Category", category, budgetCategories) }),
    ...(period === undefined ? {} : { period: parseChoice("Period", period, budgetPeriods) }),
    ...(starts === undefined ? {} : { starts: parseDayOrNone(starts, today) }),
    ...(ends === undefined ? {} : { ends: parseDayOrNone(ends, today) }),
    ...(rollover === undefined ? {} : { rollover: parseChoice("Rollover", rollover, rollovers) }),
  };
}

const listed = (options: readonly string[]) => options.join(", ").toLowerCase();

/** The options' descriptions, the same for adding and editing. */
export const budgetHelp = {
  category: `one of ${listed(budgetCategories)}, or how it begins`,
  period: `one of ${listed(budgetPeriods)}`,
  starts: "the first day it applies, or none",
  ends: "the last day it applies, or none",
  rollover: `what is carried into the next period: ${listed(rollovers)}`,
} as const;
