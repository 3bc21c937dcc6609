/** Decides in which currencies the expenses of a file are recorded. */

/** The statements of a call about the currencies of its file. */
export interface FileCurrencies {
  /** The currency of the expenses that name none. */
  currency: string | null;
  /** All currencies that the file names, if it is sent in several calls. */
  currencies: readonly string[];
  /** The currency in which the client shows amounts. */
  shownIn: string | null;
  /** Whether the expenses are records of Outlay, in which a missing currency means the home currency. */
  isFromOutlay: boolean;
}

export const nothingNamed: FileCurrencies = {
  currency: null,
  currencies: [],
  shownIn: null,
  isFromOutlay: false,
};

/** The user's stored data, as far as they matter for the currency of a file. */
export interface StoredCurrencies {
  home: string | undefined;
  /** The currencies that the files of earlier imports named. */
  ofBatches: Iterable<string>;
  /** Whether nothing is stored: no records, budgets, batches or rates. */
  isEmpty: () => boolean;
  /** Whether a record or a rate names a currency, as one beside the unnamed one. */
  isNamed: (code: string) => boolean;
}

export interface SettledCurrencies {
  /** The currency that becomes the home currency, if it is set by this file. */
  newHome: string | undefined;
  /** The currency that the batch keeps. */
  ofBatch: string | null;
  /** Returns the currency to record, from that of a row. */
  recorded: (currency: string | null | undefined) => string | null;
}

/** Nothing tells in which currency some amounts are. */
export class CurrencyUnsettled extends Error {
  override name = "CurrencyUnsettled";
}

const unset = "the account's home currency is not set";

function whyUnsettled(
  codes: readonly string[],
  code: string,
  shownIn: string | null,
  stored: StoredCurrencies,
): string | undefined {
  if (codes.length > 1) {
    const list = `${codes.slice(0, -1).join(", ")} and ${codes.at(-1)}`;
    return `The amounts are in ${list}, and ${unset}.`;
  }
  if (shownIn !== null && shownIn !== code) {
    return `The amounts are in ${code}, but your amounts are shown in ${shownIn}, and ${unset}.`;
  }
  const earlier = [...stored.ofBatches].find((other) => other !== code);
  if (earlier !== undefined) {
    return `The amounts are in ${code}, but those of an earlier import are in ${earlier}, and ${unset}.`;
  }
  if (stored.isNamed(code)) {
    return `The amounts are in ${code}, which stored records or rates name as another currency than that of your amounts, and ${unset}.`;
  }
  return undefined;
}

/**
 * @param ofRows the currencies that the rows of the call name
 * @throws CurrencyUnsettled
 */
export function settleCurrencies(
  { currency, currencies, shownIn, isFromOutlay }: FileCurrencies,
  ofRows: Iterable<string>,
  stored: StoredCurrencies,
): SettledCurrencies {
  const { home } = stored;
  const codes = [...new Set([...(currency === null ? [] : [currency]), ...currencies, ...ofRows])];
  const [code] = codes;
  const recorded = (ofRow: string | null | undefined) => {
    const named = ofRow ?? (isFromOutlay ? null : currency);
    return named === home ? null : named;
  };
  if (isFromOutlay) return { newHome: undefined, ofBatch: currency, recorded };
  const ofBatch = currency ?? (codes.length === 1 ? (code ?? null) : null);
  if (home !== undefined || code === undefined) return { newHome: undefined, ofBatch, recorded };
  const why = whyUnsettled(codes, code, shownIn, stored);
  if (why !== undefined) throw new CurrencyUnsettled(why);
  return { newHome: stored.isEmpty() ? code : undefined, ofBatch, recorded: () => null };
}
