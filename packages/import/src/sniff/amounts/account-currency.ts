/** Finds the amounts in the account's own currency, if a file has amounts in two currencies. */
import { isCurrencyCode } from "@outlay/shared";
import type { DecimalMark } from "../../cells/number-cell.ts";
import { bareWords } from "../../cells/plain-text.ts";
import { asNumbers, notAmounts, severalOf } from "./amount-cells.ts";
import { isNetOf } from "./net-amounts.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

// Names of amounts in the account's currency, beside those of the purchase itself.
const accountNames =
  /\b(?:account currency|equivalent|equiv|converted|settled|settlement|billed|billing|booked|home currency|base currency|kontowahrung|abrechnung\w*|gegenwert|umgerechnet\w*|contre ?valeur|devise du compte|converti\w*|contravalor|contravalue|(?:divisa|moneda|devise) de (?:la |el )?cuenta|controvalore|(?:divisa|valuta) del conto|moeda da conta|tegenwaarde|rekeningvaluta|omgerekend\w*|motvarde|modvaerdi|kontovaluta|kontonvaluutta|walucie (?:rachunku|konta)|waluta rachunku|mene uctu|szamla devizanem\w*|moneda contului|hesap para birimi)\b|валюте сч[её]та|валюті (?:рахунку|картки)|חיוב|入账|人民币|円換算|원화/;

const hasCurrencyCode = (name: string): boolean =>
  (name.match(/\b[A-Z]{3}\b/g) ?? []).some((code) => isCurrencyCode(code));

const isNamedForAccount = ({ name }: Column): boolean =>
  accountNames.test(bareWords(name)) || hasCurrencyCode(name);

const isAmountLike = (column: Column): boolean =>
  column.stats.isNumbers &&
  !column.stats.isDates &&
  (fits(column, "amount") > 0 ||
    fits(column, "otherAmount") > 0 ||
    fits(column, "out") > 0 ||
    fits(column, "in") > 0 ||
    isNamedForAccount(column));

// "Valuta" means currency in some languages, and value date in others.
const mayBeCurrencies = ({ stats }: Column): boolean => !stats.isDates;

const isCurrencies = (column: Column): boolean =>
  mayBeCurrencies(column) && fits(column, "currency") >= 4;

/** Returns the amounts that a column of currencies belongs to: those before it, otherwise those after it. */
function amountsOf(columns: readonly Column[], currency: Column): Column | undefined {
  const amounts = columns.filter((column) => isAmountLike(column) && !isCurrencies(column));
  return amounts.findLast(({ index }) => index < currency.index) ?? amounts[0];
}

/** Returns the column of currencies that belongs to a column of amounts. */
const currenciesOf = (columns: readonly Column[], amount: Column): Column | undefined =>
  columns.find((column) => isCurrencies(column) && amountsOf(columns, column) === amount);

const isConstant = (column: Column | undefined): boolean => column?.stats.distinct?.size === 1;

/** Returns the column that names the currency of the used amounts. */
export function currencyOfAmounts(
  columns: readonly Column[],
  used: readonly Column[],
): Column | undefined {
  const own = columns.find(
    (column) =>
      isCurrencies(column) && used.some((amount) => amountsOf(columns, column) === amount),
  );
  const others = columns.filter((column) => mayBeCurrencies(column) && isNamed(column, "currency"));
  return own ?? others.find((column) => isConstant(column) || !amountsOf(columns, column));
}

interface Compared {
  currency: string;
  first: number;
  other: number | undefined;
}

/** Whether two amounts are equal in all rows of one currency, and of no other. */
function isInAccountCurrency(rows: readonly Compared[]): boolean {
  const currencies = new Set(rows.map(({ currency }) => currency));
  const same = [...currencies].filter((one) =>
    rows.every(({ currency, first, other }) => currency !== one || first === other),
  );
  return same.length === 1 && currencies.size > 1;
}

/**
 * Returns the amounts in the account's currency, if those in `first` are in the currency of each purchase;
 * undefined if there seem to be none.
 * @throws ImportRefusal unsure
 */
export function inAccountCurrency(
  table: Table,
  columns: readonly Column[],
  first: Column,
  decimal: DecimalMark,
): Column | undefined {
  const own = currenciesOf(columns, first);
  const numbers = columns.filter(
    (column) => column !== first && column.stats.isNumbers && !column.stats.isDates,
  );
  const numeric = numbers.filter((column) =>
    notAmounts.every(
      (role) => role === "otherAmount" || fits(column, role) <= fits(column, "amount"),
    ),
  );
  const currencyBeside = (column: Column) => currenciesOf(columns, column);
  const isForeign = (column: Column) => {
    const currencies = currencyBeside(column);
    return currencies && !isConstant(currencies);
  };
  if (isConstant(own) && numeric.some(isForeign)) return first;
  if (own && !isConstant(own)) {
    const constant = numeric.filter(
      (column) =>
        isAmountLike(column) &&
        column.stats.filled >= first.stats.filled &&
        isConstant(currencyBeside(column)),
    );
    if (constant.length === 1) return constant[0];
  }
  if (isNamedForAccount(first)) return undefined;
  const values = asNumbers(table, first, decimal);
  const found = numeric.filter((column) => {
    if (currencyBeside(column) || isNetOf(table, first, column, numbers, decimal)) return false;
    const others = asNumbers(table, column, decimal);
    const rows = table.rows.flatMap(({ cells }, row): Compared[] => {
      const value = values[row];
      return value ? [{ currency: cellOf(cells, own), first: value, other: others[row] }] : [];
    });
    const differing = rows.filter(({ first: one, other }) => other && other !== one).length;
    if (differing === 0) return false;
    if (own && isInAccountCurrency(rows)) return true;
    if (!isNamedForAccount(column) || (own && isConstant(own) && hasCurrencyCode(column.name))) {
      return false;
    }
    // If this column has blank cells, those rows take the account's amount from `first`, so that neither column
    // is right alone. A code in a name doesn't show whether it is the account's currency or the shop's.
    const isOpen = !own && !accountNames.test(bareWords(column.name));
    if (isOpen || rows.some(({ other }) => other === undefined)) throw severalOf([first, column]);
    return true;
  });
  if (found.length > 1) throw severalOf([first, ...found]);
  return found[0];
}

// Matches "Amount (EUR)", "Betrag in CHF" and "Amount USD".
const codeInName = /(?:\(|\bin |^\S+ )([A-Z]{3})\)?$/;

/** Returns the currencies in the cells of amounts or, if there are none, in their columns' names. */
export function currenciesInAmounts(amounts: readonly Column[]): string[] {
  const signs = new Set(amounts.flatMap(({ stats }) => [...stats.currencies]));
  if (signs.size > 0) return [...signs];
  const codes = amounts.map(({ name }) => codeInName.exec(name)?.[1] ?? "");
  return [...new Set(codes.filter(isCurrencyCode))];
}
