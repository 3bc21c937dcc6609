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

/** The dollars that one letter names, although the codes of other dollars begin with it, too. */
const dollarOfLetter: ReadonlyMap<string, string> = new Map([
  ["A", "AUD"],
  ["C", "CAD"],
  ["S", "SGD"],
]);

/** Whether the letters before a sign name the currency: `US` and `R` do in `US$` and `R$`. */
function isNamedBy(letters: string, found: string, own: string): boolean {
  const written = `${letters}${found}`;
  if ([shown(own, "symbol"), shown(own, "narrowSymbol")].includes(written)) return true;
  return own.startsWith(letters) && (dollarOfLetter.get(letters) ?? own) === own;
}

/**
 * Whether a code or sign that a file puts beside its amounts is known to stand for a currency other than
 * `own`.
 */
export function isForeign(written: string, own: string): boolean {
  if (/^[A-Z]{3}$/.test(written)) return written !== own;
  const [, letters = "", found] = lettersAndSign.exec(written.normalize("NFKC").trim()) ?? [];
  if (found === undefined) return false;
  return found !== signOf(own) || !isNamedBy(letters, found, own);
}
