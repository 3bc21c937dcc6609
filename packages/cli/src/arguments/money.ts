/** Reads amounts that may name their currency. */
import { currencyCodeOf, currencyPlaces, isCurrencyCode, isForeign } from "@outlay/shared";
import { usageError } from "../errors/cli-error.ts";
import { parseAmount } from "./amount.ts";
import { parseCurrency } from "./currency.ts";

export interface TypedAmount {
  amountCents: number;
  /** The code of the currency; null for the user's own, and undefined if the text names none. */
  currency: string | null | undefined;
}

const named = String.raw`[A-Z]{0,3}\p{Sc}|[A-Za-z]{3}`;
const pattern = new RegExp(
  String.raw`^\s*(?<front>${named})?\s*(?<bare>\d[\d.,]*)\s*(?<back>${named})?\s*$`,
  "u",
);

/** Codes that are no words of a language, so that they mean the currency in any case. */
const plainCodes = new Set(
  "aud brl cad chf cny czk dkk eur gbp hkd huf idr ils inr jpy krw mxn ngn nok nzd php pln sek sgd thb usd zar".split(
    " ",
  ),
);

/** Codes that are words as well, so that they may begin a description in capital letters. */
const alsoWords = new Set("ALL BAM BOB COP CUP GEL MAD MOP PEN SOS TOP TRY".split(" "));

/**
 * The code that a word of the command line is; undefined for any other word. A currency that can't be recorded is one,
 * too: its amount must not be taken for one of the user's own currency.
 */
export function codeIn(word: string): string | undefined {
  const isWritten = /^[A-Z]{3}$/.test(word) || plainCodes.has(word.toLowerCase());
  const code = word.toUpperCase();
  return isWritten && isCurrencyCode(code) ? code : undefined;
}

/** Whether an amount names a currency, which may be the user's own. */
export const namesCurrency = (text: string): boolean => /[A-Za-z]{3}|\p{Sc}/u.test(text);

/** Whether one of the first words of an expense may name a currency. */
export const mayNameCurrency = (word: string): boolean =>
  codeIn(word) !== undefined || (namesCurrency(word) && /^\W*\d|^[A-Z]{0,3}\p{Sc}/u.test(word));

const unclear = (text: string, sign: string, own: string) =>
  usageError(
    `Amount "${text}" isn't in ${own}, and more than one currency has the sign ${sign}.`,
    'Write it with the code of its currency: "30 USD". To change your own currency: outlay config set currency CODE',
  );

/** @param own the code of the user's own currency, if it is known @throws CliError usage */
function currencyOf(text: string, word: string, own: string | undefined): string | null {
  if (/^[A-Za-z]{3}$/.test(word)) return word.toUpperCase() === own ? null : parseCurrency(word);
  // While the user's own currency is unknown, a sign is taken for its, unless letters before it name another one.
  if (own === undefined) return /^[A-Z]/.test(word) ? (currencyCodeOf(word) ?? null) : null;
  if (!isForeign(word, own)) return null;
  const code = currencyCodeOf(word);
  if (code === undefined) throw unclear(text, word, own);
  return code;
}

/** @throws CliError usage */
function requirePlaces(text: string, amountCents: number, currency: string): void {
  if (currencyPlaces(currency) > 0 || amountCents % 100 === 0) return;
  throw usageError(
    `Amount "${text}" has decimals, and ${currency} has none.`,
    `Write it like "${Math.trunc(amountCents / 100)} ${currency}".`,
  );
}

/**
 * Reads an amount that may name its currency by a code or a sign: `12.50`, `30 USD`, `US$30`, `₦1,200`.
 * @param own the code of the user's own currency, if it is known
 * @throws CliError usage
 */
export function parseMoney(text: string, own: string | undefined): TypedAmount {
  const { front, bare = "", back } = pattern.exec(text)?.groups ?? {};
  const word = front ?? back;
  const isCode = word !== undefined && isCurrencyCode(word.toUpperCase());
  const isSign = word !== undefined && /\p{Sc}/u.test(word);
  // The usual reading also says what is wrong with everything else.
  if (word === undefined || (front !== undefined && back !== undefined) || !(isCode || isSign)) {
    return { amountCents: parseAmount(text, own), currency: undefined };
  }
  const currency = currencyOf(text, word, own);
  const amountCents = parseAmount(bare, currency === null ? own : undefined);
  if (currency !== null) requirePlaces(text, amountCents, currency);
  return { amountCents, currency };
}

/**
 * Takes a currency that follows the amount as a word of its own: `30 USD Hotel`.
 * @param words the words after the amount, as the shell split them
 * @throws CliError usage if the user's own currency is unknown, so that it could as well begin the description
 */
export function takeCurrencyWord(
  amount: string,
  words: readonly string[],
  own: string | undefined,
): { amount: string; words: readonly string[] } {
  const [next = "", ...others] = words;
  if (/^[A-Z]{0,3}\p{Sc}$/u.test(next) && !namesCurrency(amount)) {
    return { amount: `${amount} ${next}`, words: others };
  }
  const code = namesCurrency(amount) ? undefined : codeIn(next);
  if (code === undefined) return { amount, words };
  if (own === undefined || alsoWords.has(next)) {
    throw usageError(
      `"${amount} ${next}" could be an amount in ${code}.`,
      `Write it like "${amount} ${code}" in quotes, or put quotes around the description: ${amount} "${words.join(" ")}"`,
    );
  }
  return { amount: `${amount} ${code}`, words: others };
}
