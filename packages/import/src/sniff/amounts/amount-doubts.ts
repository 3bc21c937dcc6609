/** Refuses amounts that may not be what they seem. Each function throws ImportRefusal unsure. */
import { bareWords } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { columnLabel, signedCents } from "./amount-cells.ts";
import { isCost } from "../signs/name-evidence.ts";
import { sayDirection } from "../signs/sign.ts";
import type { SignContext } from "../signs/sign-evidence.ts";
import { mayBeReceivedRow, rowsOf } from "../signs/signed-rows.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

/** Whole cents look like any other whole numbers. */
export function refuseMinorUnits(columns: readonly Column[]): void {
  const column = columns.find(({ name }) =>
    /\b(?:cents?|pence|minor|kopecks|grosze)\b/.test(bareWords(name)),
  );
  if (!column || column.stats.decimal["."] || column.stats.decimal[","]) return;
  throw unsureOf(
    `${columnLabel(column)} holds amounts in cents, which aren't supported.`,
    "Export amounts with decimals, or name another column: --map amount=COLUMN",
  );
}

/** In a file separated by commas, an unquoted `-25,30` becomes two cells, and the second column has no name. */
export function refuseDivided(columns: readonly Column[], used: readonly Column[]): void {
  for (const { index, stats } of used) {
    const next = columns.find((column) => column.index === index + 1);
    if (!next || next.name !== "" || stats.decimal["."] || stats.decimal[","]) continue;
    const { filled, small, characters } = next.stats;
    if (filled === 0 || small < filled || characters !== 2 * filled) continue;
    throw unsureOf(
      `Columns ${index + 1} and ${index + 2} look like amounts that were split at a decimal comma.`,
      "Export the file with another delimiter. If amounts without decimals are correct, name the column: --map amount=COLUMN",
    );
  }
}

const elsewhere: readonly ColumnRole[] = ["note", "account", "accountName", "currency"];

/** Whether a column may say what kind of booking a row is. Notes don't count, since the user writes them. */
const isWorded = (column: Column): boolean =>
  column.stats.isText &&
  fits(column, "status") === 0 &&
  !elsewhere.some((role) => isNamed(column, role));

/** If all amounts have the same sign, income can't be told from expenses. */
export function refuseMixed(table: Table, amount: Column, { columns, decimal }: SignContext): void {
  const { negative, plus } = amount.stats;
  if (negative + plus > 0 || isCost(amount)) return;
  const centsIn = (cells: readonly string[]) => signedCents(cellOf(cells, amount), decimal);
  const received = rowsOf(table, centsIn, columns.filter(isWorded)).find(mayBeReceivedRow);
  if (!received) return;
  throw unsureOf(
    `Line ${received.line} looks like money in, but nothing tells it from the expenses.`,
    sayDirection,
  );
}
