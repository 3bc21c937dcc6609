/** Tells amounts before and after a fee apart, if both are in columns side by side. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { asNumbers, severalOf } from "./amount-cells.ts";
import type { Amounts } from "../layout.ts";
import { foldName } from "../words/name-roles.ts";
import { type Column, fits, type Table } from "../table/table.ts";

interface Taken {
  fee: number;
  /** How much larger the first amount is than the second. */
  less: number;
}

function takenIn(
  table: Table,
  [gross, net, fee]: readonly [Column, Column, Column],
  decimal: DecimalMark,
): Taken[] {
  const [all, less, fees] = [gross, net, fee].map((column) => asNumbers(table, column, decimal));
  return table.rows.flatMap((_, row) => {
    const [one, other] = [all?.[row], less?.[row]];
    if (one === undefined || other === undefined) return [];
    return [{ fee: fees?.[row] ?? 0, less: one - other }];
  });
}

/** Whether two columns differ by exactly the fees, in whichever currencies. */
function differByFees(
  table: Table,
  columns: readonly [Column, Column, Column],
  decimal: DecimalMark,
): boolean {
  const taken = takenIn(table, columns, decimal);
  return (
    taken.some(({ fee }) => fee !== 0) &&
    taken.every(({ fee, less }) => Math.abs(fee) === Math.abs(less))
  );
}

const mayBeFee = (column: Column): boolean => fits(column, "fee") > 0;

/** Whether one column is another minus a fee. @param numbers all columns of numbers */
export const isNetOf = (
  table: Table,
  gross: Column,
  net: Column,
  numbers: readonly Column[],
  decimal: DecimalMark,
): boolean =>
  numbers.some(
    (fee) => fee !== net && mayBeFee(fee) && differByFees(table, [gross, net, fee], decimal),
  );

const isGrossName = ({ name }: Column): boolean =>
  /^(?:gross|gross amount|brutto|bruttobetrag|brut|montant brut|lordo|importo lordo|bruto|importe bruto|bruto bedrag|belopp brutto)$/.test(
    foldName(name),
  );

/**
 * Refuses payments with a fee that have columns for the amount before and after it. Only a balance could show
 * which of the two left the account.
 * @throws ImportRefusal unsure
 */
export function refuseGross(
  table: Table,
  amounts: Amounts,
  columns: readonly Column[],
  decimal: DecimalMark,
): void {
  if (amounts.kind === "two" || !isGrossName(amounts.amount)) return;
  const gross = amounts.amount;
  const numbers = columns.filter(({ stats }) => stats.isNumbers && !stats.isDates);
  for (const fee of numbers.filter(mayBeFee)) {
    const net = numbers.find(
      (column) => column !== fee && differByFees(table, [gross, column, fee], decimal),
    );
    const cents = asNumbers(table, gross, decimal);
    const fees = asNumbers(table, fee, decimal);
    const hasPaidFee = cents.some((one, row) => (one ?? 0) < 0 && (fees[row] ?? 0) !== 0);
    if (net && hasPaidFee) throw severalOf([gross, net]);
  }
}

/** Whether the amounts already include a fee. */
export const isIn = (
  table: Table,
  amounts: Amounts,
  fee: Column,
  columns: readonly Column[],
  decimal: DecimalMark,
): boolean =>
  amounts.kind !== "two" &&
  columns.some((gross) => {
    if (gross === fee || !gross.stats.isNumbers || gross.stats.isDates) return false;
    const triple = [gross, amounts.amount, fee] as const;
    return (
      differByFees(table, triple, decimal) &&
      takenIn(table, triple, decimal).every(({ less }) => less >= 0)
    );
  });
