/** What speaks against taking amounts as they seem to be. Each throws ImportRefusal unsure. */
import { bareWords } from "../../cells/plain-text.ts";
import { unsureOf } from "../../refusal.ts";
import type { ColumnRole } from "../words/column-names.ts";
import { columnLabel, signedCents } from "./amount-cells.ts";
import { isCost } from "../signs/name-evidence.ts";
import type { SignContext } from "../signs/sign-evidence.ts";
import { mayBeReceivedRow, rowsOf } from "../signs/signed-rows.ts";
import { cellOf, type Column, fits, isNamed, type Table } from "../table/table.ts";

/** Whole numbers of cents look like whole numbers of anything. */
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

/** Written with a comma between commas, `-25,30` is two cells, of which the other is left over. */
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

/** The kind of a row may stand in any column, whatever that is called; but notes are the user's. */
const isWorded = (column: Column): boolean =>
  column.profile.isText &&
  fits(column, "status") === 0 &&
  !elsewhere.some((role) => isNamed(column, role));

/** Where one sign stands for everything, what came in can't be told from the rest. */
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
