/** The use cases for rates. */
import {
  currencyPlaces,
  type FieldErrors,
  InvalidFields,
  isCalendarDate,
  isRecordableCurrency,
  type ListedRate,
  listedRate,
  readFields,
} from "@outlay/shared";
import { RateOfHome } from "../domain/currencies/home-currency.ts";
import type { RateRecord } from "../domain/rate.ts";
import { notFound, Refusal } from "../domain/refusal.ts";
import type { RateFields, Rates } from "../store/rates.ts";

/** The currency and the day by which a rate is found. */
export interface RateName {
  currency: string;
  day: string;
}

const notACurrency = (code: string): string =>
  currencyPlaces(code) > 2
    ? `The amounts of ${code} have more than two decimal places.`
    : "Expected a currency code of ISO 4217 like USD.";

const rateOfHome = ["This is your home currency, to which rates convert."];

/** @throws InvalidFields */
function checkName({ currency, day }: RateName): void {
  const faults: FieldErrors = {
    ...(!isRecordableCurrency(currency) && { currency: [notACurrency(currency)] }),
    ...(!isCalendarDate(day) && { date: ["Expected a day of the calendar, YYYY-MM-DD."] }),
  };
  if (Object.keys(faults).length > 0) throw new InvalidFields(faults);
}

async function put(
  rates: Rates,
  userId: number,
  given: readonly RateFields[],
  field: string,
): Promise<number> {
  try {
    return await rates.put(userId, given);
  } catch (error) {
    if (!(error instanceof RateOfHome)) throw error;
    throw new InvalidFields({ [field]: rateOfHome });
  }
}

/** @throws Refusal not_found */
export async function findRate(
  rates: Rates,
  userId: number,
  { currency, day }: RateName,
): Promise<RateRecord> {
  const rate = await rates.find(userId, currency, day);
  if (!rate) throw notFound();
  return rate;
}

/**
 * Stores a rate.
 * @returns whether there was none for its day
 * @throws InvalidFields
 */
export async function setRate(
  rates: Rates,
  userId: number,
  name: RateName,
  rate: string,
): Promise<boolean> {
  checkName(name);
  return (await put(rates, userId, [{ ...name, rate }], "currency")) > 0;
}

/**
 * Stores all rates of a list, or none.
 * @throws InvalidFields, Refusal invalid, with every wrong field of each rate
 */
export async function setRates(
  rates: Rates,
  userId: number,
  given: readonly unknown[],
): Promise<void> {
  const read = given.map((each) => readRate(each));
  if (read.some(({ errors }) => Object.keys(errors).length > 0)) {
    throw new Refusal("invalid", { rates: read.map(({ errors }) => errors) });
  }
  const fields = read.map(({ values }) => {
    const { currency, date: day, rate } = values as ListedRate;
    return { currency, day, rate };
  });
  await put(rates, userId, fields, "rates");
}

function readRate(given: unknown): { values: Partial<ListedRate>; errors: FieldErrors } {
  try {
    return readFields(listedRate, given);
  } catch (error) {
    if (!(error instanceof InvalidFields)) throw error;
    return { values: {}, errors: error.fields };
  }
}

/** @throws Refusal not_found */
export async function removeRate(
  rates: Rates,
  userId: number,
  { currency, day }: RateName,
): Promise<void> {
  if (!(await rates.remove(userId, currency, day))) throw notFound();
}
