import { lazily } from "./lazily.ts";

// Old exports have codes that are no longer in use.
const otherCodes = ["RUR", "LTL", "LVL", "EEK", "RMB", "STG"];
const codes = lazily(() => new Set([...Intl.supportedValuesOf("currency"), ...otherCodes]));

/** Checks whether a text is the code of a currency in capital letters, like `EUR`. */
export const isCurrencyCode = (text: string): boolean => codes().has(text);

/** The number of decimal places of a currency's amounts, by CLDR's data on ISO 4217. */
export const currencyPlaces = (code: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency: code }).resolvedOptions()
    .maximumFractionDigits ?? 2;

const presentCodes = lazily(() => new Set(Intl.supportedValuesOf("currency")));

/** Checks whether records can be in a currency: its amounts have at most two decimal places. */
export const isRecordableCurrency = (code: string): boolean =>
  presentCodes().has(code) && currencyPlaces(code) <= 2;
