import type { CalendarDate, SentExpense } from "@outlay/shared";

/** The fields of an expense that only Outlay's own files have. */
export type Recorded = Omit<SentExpense, "amount" | "description" | "date" | "external_id"> & {
  externalId: string | null;
};

/** An expense as the file describes it, before any rule applies. */
export interface Booking {
  line: number;
  day: CalendarDate;
  amountCents: number;
  /** The description of the expense. */
  description: string;
  /** The other texts of the row. */
  notes: readonly string[];
  /** All words that distinguish the booking from others. */
  text: string;
  /** The file's own category; empty if there is none. */
  category: string;
  /** The bank's own id; empty if there is none. */
  bankId: string;
  /** Whether the bank gives each transaction an id of its own. */
  isTransactionId: boolean;
  /** The currency of the amount. */
  currency: string;
  /** All currencies that the row names. */
  currencies: readonly string[];
  account: string;
  feeCents: number;
  /** The expense's fields as Outlay recorded them, if the file is one of its own. */
  recorded?: Recorded;
}

/** The reasons why a row isn't imported as an expense. */
export const ignoredReasons = {
  income: "money in",
  refund: "refund",
  cardPayment: "payment to the card",
  zero: "zero amount",
  pending: "not booked yet",
  void: "never booked (declined, reversed or similar)",
  neutral: "neither money out nor in",
  total: "balance or total",
  words: "text only",
  otherList: "another list in the file",
  unbooked: "no amount booked: part of another row, or still held",
} as const;
export type IgnoredReason = keyof typeof ignoredReasons;

/** The kinds of rows. */
export type Row =
  | { kind: "expense"; booking: Booking }
  | { kind: "ignored"; line: number; reason: IgnoredReason }
  | { kind: "rejected"; line: number; reason: string }
  /** A continuation of the words of the row before. */
  | { kind: "continued"; line: number; text: string };

export const ignored = (line: number, reason: IgnoredReason): Row => ({
  kind: "ignored",
  line,
  reason,
});
export const rejected = (line: number, reason: string): Row => ({ kind: "rejected", line, reason });
