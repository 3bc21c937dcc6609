/** Refuses amounts that may not be what they seem. Each function throws ImportRefusal unsure. */
import { bareWords } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { columnLabel, signedCents } from "./amount-cells.ts";
import { isCost } from "../signs/name-evidence.ts";
import type { SignContext } from "../signs/sign-evidence.ts";
import { mayBeReceivedRow, rowsOf } from "../signs/signed-rows.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

/** Whole cents look like any other whole numbers. */
export function refuseMinorUnits(columns: readonly Column[]): void {
  const column = columns.find(({ name }) =>
    /\b(?:cents?|pence|minor|kopecks|grosze)\b/.test(bareWords(name)),
  );
  if (!column || column.profile.decimal["."] || column.profile.decimal[","]) return;
  throw unsureOf(
    `${columnLabel(column)} holds cents, which are not read.`,
    "Export whole amounts with decimals, or name another column: --map amount=COLUMN",
  );
}

/** In a file separated by commas, an unquoted `-25,30` becomes two cells, and the second column has no name. */
export function refuseDivided(columns: readonly Column[], used: readonly Column[]): void {
  for (const { index, profile } of used) {
    const next = columns.find((column) => column.index === index + 1);
    if (!next || next.name !== "" || profile.decimal["."] || profile.decimal[","]) continue;
    const { filled, small, characters } = next.profile;
    if (filled === 0 || small < filled || characters !== 2 * filled) continue;
    throw unsureOf(
      `The numbers in columns ${index + 1} and ${index + 2} look like amounts that a comma has divided.`,
      "Export the file with another delimiter; or name the column, if whole amounts are right: --map amount=COLUMN",
    );
  }
}

const elsewhere: readonly ColumnRole[] = ["note", "account", "accountName", "currency"];

/** Whether a column may say what kind of booking a row is. Notes don't count, since the user writes them. */
const isWorded = (column: Column): boolean =>
  column.profile.isText &&
  fits(column, "status") === 0 &&
  !elsewhere.some((role) => isNamed(column, role));

/** If all amounts have the same sign, income can't be told from expenses. */
export function refuseMixed(table: Table, amount: Column, { columns, decimal }: SignContext): void {
  const { negative, plus } = amount.profile;
  if (negative + plus > 0 || isCost(amount)) return;
  const centsIn = (cells: readonly string[]) => signedCents(cellOf(cells, amount), decimal);
  const received = rowsOf(table, centsIn, columns.filter(isWorded)).find(mayBeReceivedRow);
  if (!received) return;
  throw unsureOf(
    `Line ${received.line} looks like money that came in, and nothing tells it from the expenses.`,
    `If all are expenses: --sign expense-positive. If a column says which are: --map direction=COLUMN`,
  );
}
