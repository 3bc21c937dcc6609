/** Finds the rates that records need in a table of euro reference rates. */
import {
  daysBetween,
  type ListedRate,
  parity,
  quotientOfRates,
  type RateUnits,
  rateText,
} from "@outlay/shared";
import type { ReferenceRates } from "./read-reference-rates.ts";

/** A currency and a day of a record. */
export interface NeededRate {
  currency: string;
  date: string;
}

export interface WantedRates {
  rates: ListedRate[];
  /** The days for which the table has no rate, with their currencies. */
  missing: NeededRate[];
}

/** The table has no rates for weekends and holidays, but for every other day. */
const longestGap = 7;

const euro = "EUR";

/** The table's last day at or before a day. */
function lastAt({ days }: ReferenceRates, date: string) {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle]?.date ?? "") <= date) low = middle + 1;
    else high = middle;
  }
  const found = days[low - 1];
  return found && daysBetween(found.date, date) <= longestGap ? found : undefined;
}

function rateIn(
  units: ReadonlyMap<string, RateUnits>,
  currency: string,
  home: string,
): string | undefined {
  const unitsOf = (code: string) => (code === euro ? parity : units.get(code));
  const [own, other] = [unitsOf(home), unitsOf(currency)];
  if (own === undefined || other === undefined) return undefined;
  const rate = quotientOfRates(own, other);
  return rate === 0n ? undefined : rateText(rate);
}

/** @param home the code of the home currency */
export function wantedRates(
  table: ReferenceRates,
  needed: Iterable<NeededRate>,
  home: string,
): WantedRates {
  const rates = new Map<string, ListedRate>();
  const missing: NeededRate[] = [];
  for (const need of needed) {
    const { currency } = need;
    const found = lastAt(table, need.date);
    const rate = found && rateIn(found.units, currency, home);
    if (found && rate !== undefined) {
      rates.set(`${currency} ${found.date}`, { currency, date: found.date, rate });
    } else missing.push(need);
  }
  return { rates: [...rates.values()], missing };
}
