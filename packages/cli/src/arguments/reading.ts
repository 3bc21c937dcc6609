import type { CalendarDate } from "@outlay/shared";

/** What the words of a command line go by. */
export interface Reading {
  today: CalendarDate;
  /** The ISO 4217 code of the user's currency, where it is set. */
  currency: string | undefined;
  /** Reads an amount in the user's currency. @returns whole cents @throws CliError usage */
  parseAmount: (text: string) => number;
}
