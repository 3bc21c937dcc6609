import type { CalendarDate } from "@outlay/shared";
import { wordText } from "../../api/received/open-object.ts";
import type { BudgetStatusEntry } from "../../api/received/status-entry.ts";
import type { Money } from "../../terminal/amounts.ts";
import {
  backText,
  periodText,
  restText,
  shareText,
  type Standing,
  standingOf,
} from "./standing.ts";

/** The parts of the status of one category and period. */
export interface StatusBlock {
  category: string;
  period: string;
  /** The data for the bar; undefined for a goal, which nobody spends. */
  spending: Standing | undefined;
  /** `62 %` */
  share: string;
  /** `150.00 left`, `100.00 goal` */
  rest: string;
  details: readonly string[];
}

function headingText({ projectedCents, limitCents }: Standing, money: Money): string {
  const heading = `heading for ${money.ofCents(projectedCents)}`;
  const restCents = limitCents - projectedCents;
  return restCents < 0 ? `${heading}, ${restText(restCents, money)}` : heading;
}

interface Showing {
  today: CalendarDate;
  money: Money;
  /** Returns the name of a category. */
  label: (key: string | null) => string;
}

function limitBlock(entry: BudgetStatusEntry, { today, money, label }: Showing): StatusBlock {
  const standing = standingOf(entry);
  const { limitCents, carriedCents, spentCents, projectedCents } = standing;
  return {
    category: label(entry.category),
    period: periodText(entry, today),
    spending: standing,
    share: shareText(standing),
    rest: restText(standing.leftCents, money),
    details: [
      backText(standing, money) ??
        `${money.ofCents(spentCents)} of ${money.ofCents(limitCents)} spent`,
      ...(carriedCents === 0n ? [] : [`${money.ofCents(carriedCents)} carried over`]),
      ...(projectedCents === spentCents ? [] : [headingText(standing, money)]),
    ],
  };
}

/** `1,200.00 put aside`: the income that isn't spent; undefined while none is recorded. */
function putAsideText(entry: BudgetStatusEntry, money: Money): string | undefined {
  const { put_aside: cents } = entry;
  if (cents === null) return undefined;
  return cents < 0n
    ? `${money.ofCents(-cents)} more spent than came in`
    : `${money.ofCents(cents)} put aside`;
}

/** Whether a budget is a part of another one that is about its category, too. */
const isBelowAny = ({ parent }: BudgetStatusEntry, others: readonly BudgetStatusEntry[]): boolean =>
  parent !== null && others.some(({ category }) => category === parent);

/** A goal tells what is put aside so far, if income is recorded, and what the other budgets will leave for it. */
function goalBlock(
  entry: BudgetStatusEntry,
  entries: readonly BudgetStatusEntry[],
  { today, money, label }: Showing,
): StatusBlock {
  const alike = entries.filter(
    ({ category, period }) => category !== "SAVINGS" && period === entry.period,
  );
  // A budget below another one leaves a part of what that one leaves.
  const others = alike.filter((each) => !isBelowAny(each, alike)).map(standingOf);
  const restCents = others.reduce(
    (sum, { limitCents, projectedCents }) => sum + limitCents - projectedCents,
    0n,
  );
  const budgets = `the other ${wordText(entry.period).toLowerCase()} budgets`;
  const outlook =
    restCents < 0
      ? `${budgets} are heading for ${restText(restCents, money)}`
      : `${budgets} leave ${money.ofCents(restCents)} at this pace`;
  const putAside = putAsideText(entry, money);
  return {
    category: label(entry.category),
    period: periodText(entry, today),
    spending: undefined,
    share: "",
    rest: `${money.ofCents(standingOf(entry).limitCents)} goal`,
    details: [
      ...(putAside === undefined ? [] : [putAside]),
      ...(others.length === 0 ? [] : [outlook]),
    ],
  };
}

/** Puts budgets of categories behind those of the category that they belong to. */
function inTree(entries: readonly BudgetStatusEntry[]): BudgetStatusEntry[] {
  const top = entries.filter((entry) => !isBelowAny(entry, entries));
  return top.flatMap((entry, index) => {
    const isLast = top[index + 1]?.category !== entry.category;
    const below = entries.filter(({ parent }) => parent !== null && parent === entry.category);
    return [entry, ...(isLast ? below : [])];
  });
}

export const statusBlocks = (
  entries: readonly BudgetStatusEntry[],
  showing: Showing,
): StatusBlock[] =>
  inTree(entries).map((entry) => {
    if (entry.category === "SAVINGS") return goalBlock(entry, entries, showing);
    const block = limitBlock(entry, showing);
    return isBelowAny(entry, entries) ? { ...block, category: `  ${block.category}` } : block;
  });
