import type { CalendarDate, SentExpense } from "@outlay/shared";

/** All that an own file says of an expense beyond what a bank's does. */
type Recorded = Omit<SentExpense, "amount" | "description" | "date" | "external_id"> & {
  externalId: string | null;
};

/** An expense as the file has it, before any rule. */
export interface Booking {
  line: number;
  day: CalendarDate;
  amountCents: number;
  /** What it is called. */
  description: string;
  /** All that is said of it, for telling it from others. */
  text: string;
  /** The file's own category; empty where it has none. */
  category: string;
  /** The bank's own id of it; empty where there is none. */
  bankId: string;
  /** Whether the bank gives that id to no other transaction. */
  isTransactionId: boolean;
  /** The amount's. */
  currency: string;
  /** All that the row names. */
  currencies: readonly string[];
  account: string;
  feeCents: number;
  /** What it is to Outlay, where the file is one of its own. */
  recorded?: Recorded;
}

/** Why a row is no expense to import. */
export const ignoredReasons = {
  income: "money in",
  refund: "a refund",
  cardPayment: "a payment of the card",
  zero: "zero amount",
  pending: "not booked yet",
  void: "not booked (declined, reverted or the like)",
  neutral: "neither money out nor in",
  total: "a balance or a total",
  words: "words only",
  otherList: "another list of the file",
  unbooked: "no amount booked: part of another row, or still held",
} as const;
export type IgnoredReason = keyof typeof ignoredReasons;

/** What a row of a file is. */
export type Row =
  | { kind: "expense"; booking: Booking }
  | { kind: "ignored"; line: number; reason: IgnoredReason }
  | { kind: "rejected"; line: number; reason: string }
  /** More words of the row before. */
  | { kind: "continued"; line: number; text: string };

export const ignored = (line: number, reason: IgnoredReason): Row => ({
  kind: "ignored",
  line,
  reason,
});
export const rejected = (line: number, reason: string): Row => ({ kind: "rejected", line, reason });
