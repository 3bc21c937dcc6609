import type { CalendarDate } from "@outlay/shared";
import type { TypedAmount } from "./money.ts";

/** The context in which the words of a command line are read. */
export interface Reading {
  today: CalendarDate;
  /** The ISO 4217 code of the user's currency, if one is set. */
  currency: string | undefined;
  /** Reads an amount that may be in another currency. @throws CliError usage */
  parseMoney: (text: string) => TypedAmount;
  /** Reads an amount in the user's currency. @returns whole cents @throws CliError usage */
  parseAmount: (text: string) => number;
}
