/** Finds the codes of currencies that people and files name by signs and words. */
import { isCurrencyCode } from "./currency-code.ts";

/** Signs and words that name one currency wherever they are used, in capital letters. */
const codes: ReadonlyMap<string, string> = new Map([
  ["€", "EUR"],
  ["£", "GBP"],
  ["₦", "NGN"],
  ["₹", "INR"],
  ["₽", "RUB"],
  ["₩", "KRW"],
  ["₪", "ILS"],
  ["₫", "VND"],
  ["₴", "UAH"],
  ["₱", "PHP"],
  ["₺", "TRY"],
  ["₸", "KZT"],
  ["฿", "THB"],
  ["US$", "USD"],
  ["AU$", "AUD"],
  ["A$", "AUD"],
  ["CA$", "CAD"],
  ["C$", "CAD"],
  ["NZ$", "NZD"],
  ["HK$", "HKD"],
  ["S$", "SGD"],
  ["NT$", "TWD"],
  ["MX$", "MXN"],
  ["R$", "BRL"],
  ["CN¥", "CNY"],
  ["JP¥", "JPY"],
  ["EURO", "EUR"],
  ["EUROS", "EUR"],
  ["RMB", "CNY"],
  ["STG", "GBP"],
  ["RUR", "RUB"],
  ["KČ", "CZK"],
  ["KČS", "CZK"],
  ["ZŁ", "PLN"],
  ["ZL", "PLN"],
  ["FT", "HUF"],
  ["SFR", "CHF"],
  ["SFR.", "CHF"],
  ["TL", "TRY"],
  ["RM", "MYR"],
  ["RP", "IDR"],
  ["円", "JPY"],
  ["원", "KRW"],
  ["ГРН", "UAH"],
  ["ГРН.", "UAH"],
  ["РУБ", "RUB"],
  ["РУБ.", "RUB"],
]);

/** Returns the code of a currency that is named by its code, a sign or a word; undefined if several currencies are named so, or none is. */
export function currencyCodeOf(named: string): string | undefined {
  const word = named.normalize("NFKC").trim().toUpperCase();
  const code = codes.get(word) ?? word;
  return isCurrencyCode(code) ? code : undefined;
}
