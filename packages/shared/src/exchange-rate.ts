/**
 * Exchange rates as whole numbers of ten-billionths, so that nothing is ever calculated in binary floating point. A
 * rate says how many units of one currency a unit of another one is.
 */
import { parseDecimal } from "./money.ts";

/** The maximum number of digits of a rate before and after the decimal point. */
export const maxRateDigits = 10;
export const maxRatePlaces = 10;

const one = 10n ** BigInt(maxRatePlaces);

/** A rate times 10^10. */
export type RateUnits = bigint;

/** Returns the rate that a text writes, or undefined if it isn't a positive decimal of at most these digits. */
export function parseRate(text: string): RateUnits | undefined {
  // No rate needs more characters, and a long exponent would ask for as many zeros.
  if (text.length > 40) return undefined;
  const decimal = parseDecimal(text);
  if (!decimal || decimal.isNegative || /^0*$/.test(decimal.digits)) return undefined;
  const digits = decimal.digits.replace(/0+$/, "");
  const exponent = decimal.exponent + decimal.digits.length - digits.length;
  if (exponent < -maxRatePlaces || digits.length + exponent > maxRateDigits) return undefined;
  return BigInt(digits) * 10n ** BigInt(exponent + maxRatePlaces);
}

/** `9200000000n` → `"0.92"`, without zeros at the end. */
export function rateText(units: RateUnits): string {
  const digits = String(units).padStart(maxRatePlaces + 1, "0");
  const places = digits.slice(-maxRatePlaces).replace(/0+$/, "");
  const whole = digits.slice(0, -maxRatePlaces);
  return places === "" ? whole : `${whole}.${places}`;
}

/** Divides positive numbers, and rounds half up. */
const dividedHalfUp = (dividend: bigint, divisor: bigint): bigint =>
  (2n * dividend + divisor) / (2n * divisor);

/** Converts a positive amount, and rounds half up to the cent. */
export const convertCents = (cents: number | bigint, units: RateUnits): bigint =>
  dividedHalfUp(BigInt(cents) * units, one);

/** The rate that one rate divided by another gives, to ten places, rounded half up. */
export const quotientOfRates = (dividend: RateUnits, divisor: RateUnits): RateUnits =>
  dividedHalfUp(dividend * one, divisor);

/** The rate of a currency to itself. */
export const parity: RateUnits = one;

interface DatedRate {
  currency: string;
  date: string;
  rate: string;
}

/** The rates of one currency, ordered by day. */
class RatesOfCurrency {
  readonly #dates: readonly string[];
  readonly #texts: readonly string[];
  /** The rates that were used already, by position. */
  readonly #units = new Map<number, RateUnits>();

  constructor(rates: readonly DatedRate[]) {
    const ordered = rates.toSorted((before, after) => (before.date < after.date ? -1 : 1));
    this.#dates = ordered.map(({ date }) => date);
    this.#texts = ordered.map(({ rate }) => rate);
  }

  at(day: string): RateUnits | undefined {
    let low = 0;
    let high = this.#dates.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dates[middle] ?? "") <= day) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? undefined : this.#unitsAt(low - 1);
  }

  #unitsAt(position: number): RateUnits | undefined {
    const known = this.#units.get(position);
    if (known !== undefined) return known;
    const units = parseRate(this.#texts[position] ?? "");
    if (units !== undefined) this.#units.set(position, units);
    return units;
  }
}

/** Finds rates: those of many days and currencies, in any order, at most one for each of both. */
export class RateTable {
  readonly #byCurrency: ReadonlyMap<string, RatesOfCurrency>;

  constructor(rates: Iterable<DatedRate>) {
    const lists = new Map<string, DatedRate[]>();
    for (const rate of rates) {
      const list = lists.get(rate.currency);
      if (list) list.push(rate);
      else lists.set(rate.currency, [rate]);
    }
    this.#byCurrency = new Map(
      [...lists].map(([currency, list]) => [currency, new RatesOfCurrency(list)]),
    );
  }

  /** Returns the latest rate at or before a day; undefined if there is none. */
  at(currency: string, day: string): RateUnits | undefined {
    return this.#byCurrency.get(currency)?.at(day);
  }
}
