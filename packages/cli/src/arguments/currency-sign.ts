/** Facts about amounts in a currency, derived from the currency's code. */

const sign = /\p{Sc}/u;
const lettersAndSign = /^([A-Z]{0,3})(\p{Sc})$/u;

const shown = (currency: string, currencyDisplay: "symbol" | "narrowSymbol") =>
  new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay })
    .formatToParts(0)
    .find(({ type }) => type === "currency")?.value ?? "";

/** The sign that amounts in the currency are written with: `€`; undefined if the currency has only letters. */
function signOf(currency: string): string | undefined {
  const [narrow, usual] = [shown(currency, "narrowSymbol"), shown(currency, "symbol")];
  return (sign.exec(narrow) ?? sign.exec(usual))?.[0];
}

/** The number of decimals that amounts in the currency have: 0 for yen, 2 for euros. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/**
 * Whether a code or sign that a file puts beside its amounts is known to stand for a currency other than
 * `own`.
 */
export function isForeign(written: string, own: string): boolean {
  if (/^[A-Z]{3}$/.test(written)) return written !== own;
  const [, letters = "", found] = lettersAndSign.exec(written.normalize("NFKC").trim()) ?? [];
  if (found === undefined) return false;
  // US$, CA$ and A$ begin as their codes do; R$ doesn't.
  const isOwnLetters = own.startsWith(letters) || `${letters}${found}` === shown(own, "symbol");
  return found !== signOf(own) || !isOwnLetters;
}
