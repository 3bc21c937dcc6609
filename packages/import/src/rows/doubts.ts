/**
 * Rows that may be a balance or a total, or bookings that are called so. A row with a day and an amount is a booking,
 * unless its words say nothing else and its place or arithmetic says the same: a petrol station is called Total, and the
 * last instalment of a bill is its Solde.
 */
import type { CalendarDate } from "@outlay/shared";
import {
  beginsAsBalance,
  isNothingButTotal,
  isSomeBalance,
  isTotal,
  mayBeSum as saysSum,
} from "../sniff/words/total-words.ts";
import type { Step } from "./balance-check.ts";
import type { Flow } from "./flow.ts";
import type { SumMatch, Sums } from "./sums.ts";

/**
 * What a row's words say: nothing but a balance or a total, something that begins like one, nothing at all, or somebody's
 * name, which is undefined.
 */
export type SumWords =
  | "balance"
  | "total"
  | "like a balance"
  | "like a total"
  | "nothing"
  | undefined;

/** What a row has in its columns of words. */
export interface Words {
  /** What names a booking, blank where it doesn't. */
  names: readonly string[];
  /** What says of which kind it is. */
  kinds: readonly string[];
  /** Whether it says nothing where all rows before it say something, in a list of which nothing names the columns. */
  isUnnamed: boolean;
}

export function sumWordsOf({ names, kinds }: Words): SumWords {
  const said = names.filter((text) => text !== "");
  const hasKind = kinds.some((text) => text !== "" && !isTotal(text));
  const [first] = said;
  if (first === undefined) return "nothing";
  if (said.every(isNothingButTotal)) return said.some(saysSum) ? "total" : "balance";
  if (said.length === 1 && !hasKind && isSomeBalance(first)) return "balance";
  if (said.length === 1 && !hasKind && beginsAsBalance(first)) return "like a balance";
  return said.length === 1 && isTotal(first) ? "like a total" : undefined;
}

/** Where a row stands among those that have a day and an amount. */
export interface Place {
  isFirst: boolean;
  isFirstOfDay: boolean;
}

/** A row that isn't judged before it is known what follows it. */
export interface Doubt extends Place {
  line: number;
  day: CalendarDate;
  flow: Flow;
  step: Step | undefined;
  words: SumWords;
  match: SumMatch | undefined;
  isUnnamed: boolean;
}

/** Undefined where a row leaves none. */
export function doubtOf(
  row: Pick<Doubt, "line" | "day" | "flow" | "step"> & Place,
  words: Words,
  sums: Sums,
): Doubt | undefined {
  const { names } = words;
  const match = sums.match(row.flow, row.day);
  // Nearly no row is a sum, and few words are looked at where none is.
  const mayBeSum = names.some((text) => beginsAsBalance(text) || isNothingButTotal(text));
  if (!match && !mayBeSum && !words.isUnnamed) return undefined;
  const said = words.isUnnamed ? "nothing" : sumWordsOf(words);
  return match || (said !== undefined && said !== "like a total")
    ? { ...row, words: said, match, isUnnamed: words.isUnnamed }
    : undefined;
}

export type Verdict = "booking" | "total" | "open";

// Of so many rows and more, a sum is none by accident, whatever its row is called.
const certainSum = 4;
const unlikelyByChance = 3;

/** What follows a row. */
export interface Following {
  /** The day of the next row that has one; undefined where the list ends. */
  nextDay: CalendarDate | undefined;
  /** Another sum at the list's end is all that went the other way. */
  hasCounterpart: boolean;
  /** Several rows together are called balances or totals. */
  isAmongSums: boolean;
}

function verdictOnBalance({ isFirst, isFirstOfDay, day, match }: Doubt, next: string | undefined) {
  if (isFirst || next === undefined || match) return "total";
  const isLastOfDay = next !== day;
  return isFirstOfDay === isLastOfDay ? "open" : "total";
}

export const isCalledSum = ({ words }: Doubt): boolean => words === "balance" || words === "total";

export function verdictOn(doubt: Doubt, following: Following): Verdict {
  const { nextDay, hasCounterpart, isAmongSums } = following;
  const { words, match, day, isFirstOfDay } = doubt;
  if (words === "balance") return verdictOnBalance(doubt, nextDay);
  // Where balances stand, a shop that is called so can't be told from one.
  if (words === "like a balance" && !match) {
    return doubt.isFirst || nextDay === undefined ? "open" : "booking";
  }
  // Below a list without names, what says nothing may be its balance.
  const isBelowUnnamed = doubt.isUnnamed && words === "nothing" && nextDay === undefined;
  if (!match) return isBelowUnnamed ? "open" : "booking";
  const isLast = nextDay === undefined;
  if (isLast && hasCounterpart) return "total";
  const rows = Math.max(match.all, match.part);
  if (words === "total" || words === "like a total" || words === "like a balance") {
    if (isLast && (rows >= certainSum || (isAmongSums && words === "total"))) return "total";
    if (nextDay !== day && !isFirstOfDay && match.day >= 2) return "total";
    const isLikely = rows >= 2 || isLast;
    return isLikely && (words === "total" || isLast) ? "open" : "booking";
  }
  const least = words === "nothing" ? 2 : unlikelyByChance;
  return isLast && match.sameWay >= least ? "open" : "booking";
}
