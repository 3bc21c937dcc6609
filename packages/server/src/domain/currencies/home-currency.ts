/** The rules for the home currency: the one in which a user's amounts without a currency are. */
import type { ExpenseFields } from "@outlay/shared";

type WithCurrency = Pick<ExpenseFields, "currency">;

/** Returns the fields without their currency if that is the home currency, so that no record names it. */
export function withoutHome<Fields extends WithCurrency>(
  fields: Fields,
  home: string | undefined,
): Fields {
  if (fields.currency == null || fields.currency !== home) return fields;
  const { currency: _, ...others } = fields;
  return others as Fields;
}

/** The reason why the home currency can't become another one. */
export type HomeRefusal =
  /** It has rates, which say what it is worth in another currency. */
  | "has_rates"
  /** There are amounts in the present home currency. */
  | "in_use"
  /** A file named another currency, and its amounts were recorded without one. */
  | "in_files";

/** A rate was given for the home currency itself. */
export class RateOfHome extends Error {
  override name = "RateOfHome";
}
