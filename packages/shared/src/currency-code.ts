import { lazily } from "./lazily.ts";

// Old exports have codes that are no longer in use.
const otherCodes = ["RUR", "LTL", "LVL", "EEK", "RMB", "STG"];
const codes = lazily(() => new Set([...Intl.supportedValuesOf("currency"), ...otherCodes]));

/** Checks whether a text is the code of a currency in capital letters, like `EUR`. */
export const isCurrencyCode = (text: string): boolean => codes().has(text);

// By ISO 4217. The numbers that `Intl` gives are of a currency's use in shops, where many have lost their cents, and
// banks' files still have them.
const codesByPlaces = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const placesByCode = lazily(
  () =>
    new Map(
      Object.entries(codesByPlaces).flatMap(([places, list]) =>
        list.split(" ").map((code) => [code, Number(places)]),
      ),
    ),
);

/** The number of decimal places of a currency's amounts, by ISO 4217. */
export const currencyPlaces = (code: string): number => placesByCode().get(code) ?? 2;

const presentCodes = lazily(() => new Set(Intl.supportedValuesOf("currency")));

/** Checks whether records can be in a currency: its amounts have at most two decimal places. */
export const isRecordableCurrency = (code: string): boolean =>
  presentCodes().has(code) && currencyPlaces(code) <= 2;
