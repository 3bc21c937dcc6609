/** The rates by which amounts in other currencies are converted. Each belongs to one user. */
import type { CalendarDate } from "@outlay/shared";
import type { RateRecord } from "../domain/rate.ts";

export type RateFields = Pick<RateRecord, "currency" | "day" | "rate">;

export interface Rates {
  /** The user's rates, by currency and then by day. */
  list(userId: number): Promise<readonly RateRecord[]>;
  find(userId: number, currency: string, day: CalendarDate): Promise<RateRecord | undefined>;
  /**
   * Stores rates, all or none, each in place of the one for its currency and day. Of several for the
   * same currency and day, the last counts.
   * @returns the number of currencies and days that had no rate before
   * @throws UserGone, RateOfHome
   */
  put(userId: number, rates: readonly RateFields[]): Promise<number>;
  /** @returns whether there was one */
  remove(userId: number, currency: string, day: CalendarDate): Promise<boolean>;
}
