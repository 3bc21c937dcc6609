/**
 * Rows that may be a balance or a total, or bookings whose names only look like it. A row with a day and an
 * amount is a booking, unless its words say nothing else and its place or arithmetic agrees: a petrol station
 * is called Total, and the last instalment of a bill is its Solde.
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
 * The meaning of a row's words: only a balance or total, something that begins like one, nothing at all, or
 * (undefined) somebody's name.
 */
export type SumWords =
  | "balance"
  | "total"
  | "like a balance"
  | "like a total"
  | "nothing"
  | undefined;

/** The words in a row. */
export interface Words {
  /** Words that name the booking; blank cells included. */
  names: readonly string[];
  /** Words that give the kind of booking. */
  kinds: readonly string[];
  /** Whether the row has no words although all rows before it have some, in a list without a header. */
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

/** The position of a row among those with a day and an amount. */
export interface Place {
  isFirst: boolean;
  isFirstOfDay: boolean;
}

/** A row that can't be judged until the following rows are known. */
export interface Doubt extends Place {
  line: number;
  day: CalendarDate;
  flow: Flow;
  step: Step | undefined;
  words: SumWords;
  match: SumMatch | undefined;
  isUnnamed: boolean;
}

/** Returns the doubt about a row; undefined if there is none. */
export function doubtOf(
  row: Pick<Doubt, "line" | "day" | "flow" | "step"> & Place,
  words: Words,
  sums: Sums,
): Doubt | undefined {
  const { names } = words;
  const match = sums.match(row.flow, row.day);
  // A fast path: hardly any row is a sum, and words matter in few of the others.
  const mayBeSum = names.some((text) => beginsAsBalance(text) || isNothingButTotal(text));
  if (!match && !mayBeSum && !words.isUnnamed) return undefined;
  const said = words.isUnnamed ? "nothing" : sumWordsOf(words);
  return match || (said !== undefined && said !== "like a total")
    ? { ...row, words: said, match, isUnnamed: words.isUnnamed }
    : undefined;
}

export type Verdict = "booking" | "total" | "open";

// A sum of this many rows is no coincidence, whatever the row is called.
const certainSum = 4;
const unlikelyByChance = 3;

/** The rows that follow a row. */
export interface Following {
  /** The day of the next row that has one; undefined at the end of the list. */
  nextDay: CalendarDate | undefined;
  /** Whether another row at the end of the list is the sum of all money that went the other way. */
  hasCounterpart: boolean;
  /** Whether several rows together are called balances or totals. */
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
  // Next to balances, a shop with such a name can't be told from one.
  if (words === "like a balance" && !match) {
    return doubt.isFirst || nextDay === undefined ? "open" : "booking";
  }
  // An empty row below a list without a header may be its balance.
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
