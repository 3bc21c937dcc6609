/** Amounts with a minus sign, which stand for money that came back. */

/** The sign that is typed, and the one that texts from elsewhere may have. */
const minus = /^(\s*(?:[A-Z]{0,2}\p{Sc}\s*)?)[-\u2212]\s*/u;

/** Takes the minus sign from an amount like `-20`, `-$20` or `$-20`. */
export function takeMinus(amount: string): { unsigned: string; isNegative: boolean } {
  const unsigned = amount.replace(minus, "$1");
  return { unsigned, isNegative: unsigned !== amount };
}

// No option has a digit or a currency sign for its name.
const negative = /^-\s?(?:[A-Z]{0,2}\p{Sc}\s?)?\d\S*(?:\s(?:\p{Sc}|[A-Z]{3}))?$/u;

/**
 * Returns an amount like `-20,50` with U+2212 as its minus sign, so that commander doesn't take it for an option; any
 * other word unchanged.
 */
export const withoutHyphen = (word: string): string =>
  negative.test(word) ? `\u2212${word.slice(1)}` : word;
