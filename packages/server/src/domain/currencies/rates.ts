/** Converts amounts to the home currency by a user's rates. */
import { convertCents, RateTable } from "@outlay/shared";
import type { RateRecord } from "../rate.ts";
import { onlyHome, type ToHome } from "../spent.ts";

/** @param rates at most one for each currency and day, in any order */
export function toHomeBy(rates: readonly Pick<RateRecord, "currency" | "day" | "rate">[]): ToHome {
  // Most users have no amounts in other currencies, so nothing is prepared before the first of them.
  let table: RateTable | undefined;
  return (record) => {
    const { currency, spentOn, amountCents } = record;
    if (currency == null) return onlyHome(record);
    table ??= new RateTable(rates.map(({ day, ...rate }) => ({ ...rate, date: day })));
    const units = table.at(currency, spentOn);
    return units === undefined ? undefined : convertCents(amountCents, units);
  };
}
