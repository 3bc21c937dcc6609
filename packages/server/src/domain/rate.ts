/** The rates by which a user's amounts in other currencies are converted. */
import type { CalendarDate } from "@outlay/shared";
import type { Instant } from "./instant.ts";

/** A rate holds from its day until the user's next entry for the currency. */
export interface RateRecord {
  id: number;
  userId: number;
  createdAt: Instant;
  currency: string;
  /** A user has one rate for a currency and a day. */
  day: CalendarDate;
  /** The number of units of the home currency that one unit is: an exact decimal, in canonical form. */
  rate: string;
}
