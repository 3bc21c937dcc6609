import type { BudgetStatusEntry, CalendarDate } from "@outlay/shared";
import { groupedText } from "../../terminal/amounts.ts";
import { periodText, restText, shareText, type Standing, standingOf } from "./standing.ts";

/** What is shown of a category and period. */
export interface StatusBlock {
  category: string;
  period: string;
  /** What a bar is drawn of; none for a goal, which nobody spends. */
  spending: Standing | undefined;
  /** `62 %` */
  share: string;
  /** `150.00 left`, `100.00 goal` */
  rest: string;
  details: readonly string[];
}

function headingText({ projectedCents, limitCents }: Standing): string {
  const heading = `heading for ${groupedText(projectedCents)}`;
  const restCents = limitCents - projectedCents;
  return restCents < 0 ? `${heading}, ${restText(restCents)}` : heading;
}

function limitBlock(entry: BudgetStatusEntry, today: CalendarDate): StatusBlock {
  const standing = standingOf(entry);
  const { limitCents, carriedCents, spentCents, projectedCents } = standing;
  return {
    category: entry.category,
    period: periodText(entry, today),
    spending: standing,
    share: shareText(standing),
    rest: restText(standing.leftCents),
    details: [
      `${groupedText(spentCents)} of ${groupedText(limitCents)} spent`,
      ...(carriedCents === 0 ? [] : [`${groupedText(carriedCents)} carried over`]),
      ...(projectedCents === spentCents ? [] : [headingText(standing)]),
    ],
  };
}

/** Outlay isn't told what is put aside, but it can tell what the other budgets are going to leave for it. */
function goalBlock(
  entry: BudgetStatusEntry,
  entries: readonly BudgetStatusEntry[],
  today: CalendarDate,
): StatusBlock {
  const others = entries
    .filter(({ category, period }) => category !== "SAVINGS" && period === entry.period)
    .map(standingOf);
  const restCents = others.reduce(
    (sum, { limitCents, projectedCents }) => sum + limitCents - projectedCents,
    0,
  );
  const budgets = `the other ${entry.period.toLowerCase()} budgets`;
  const outlook =
    restCents < 0
      ? `${budgets} are heading for ${restText(restCents)}`
      : `${budgets} leave ${groupedText(restCents)} at this pace`;
  return {
    category: entry.category,
    period: periodText(entry, today),
    spending: undefined,
    share: "",
    rest: `${groupedText(standingOf(entry).limitCents)} goal`,
    details: others.length === 0 ? [] : [outlook],
  };
}

export const statusBlocks = (
  entries: readonly BudgetStatusEntry[],
  today: CalendarDate,
): StatusBlock[] =>
  entries.map((entry) =>
    entry.category === "SAVINGS" ? goalBlock(entry, entries, today) : limitBlock(entry, today),
  );
