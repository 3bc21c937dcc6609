/** The balance that the amounts are held to, and further columns of money that it proves. */
import type { DecimalMark } from "../cells/number-cell.ts";
import { flowOf } from "../rows/flow.ts";
import { Rejection } from "../rows/rejection.ts";
import { signedCents } from "./amount-cells.ts";
import { type BalanceStep, moveOf, type Proof, proofOf, type TimeOrder } from "./balance.ts";
import { balanceColumns, balancedRows } from "./balance-columns.ts";
import type { ColumnRole } from "./column-names.ts";
import type { Amounts, Balance, Extra } from "./layout.ts";
import { cellOf, type Column, isNamed, type Table } from "./table.ts";

interface Proved {
  column: Column;
  proof: Proof;
}

interface Context {
  /** All but those of the day and the amounts. */
  columns: readonly Column[];
  decimal: DecimalMark;
  timeOrder: TimeOrder;
}

type CentsIn = (cells: readonly string[]) => number | undefined;

/** What a row moved, below zero where it went out; undefined where it says nothing that can be read. */
const centsBy =
  (amounts: Amounts, extras: readonly Extra[], decimal: DecimalMark): CentsIn =>
  (cells) => {
    try {
      const { cents, direction } = flowOf(cells, { amounts, extras, decimal }, undefined);
      return direction === "out" ? -cents : direction === "in" ? cents : 0;
    } catch (error) {
      if (error instanceof Rejection) return undefined;
      throw error;
    }
  };

function bestProof(table: Table, centsIn: CentsIn, context: Context): Proved | undefined {
  const { columns, decimal, timeOrder } = context;
  const proved = balanceColumns(columns).flatMap((column) => {
    const proof = proofOf(balancedRows(table, centsIn, column, decimal), timeOrder);
    return proof ? [{ column, proof }] : [];
  });
  return proved.toSorted((one, other) => other.proof.share - one.proof.share)[0];
}

const neverMoney: readonly ColumnRole[] = ["id", "account", "other", "date", "valueDate", "currency"];

/** What a column adds to each row in which it has something, if the balance says so of all of them. */
function addedBy(
  column: Column,
  rest: readonly (number | undefined)[],
  cents: readonly (number | undefined)[],
): Extra[] {
  const rows = cents.flatMap((value, row) => {
    const missing = rest[row];
    return value && missing !== undefined ? [{ value, missing }] : [];
  });
  if (rows.length === 0) return [];
  if (rows.every(({ value, missing }) => missing === value)) {
    return [{ column, adds: "what it says" }];
  }
  if (rows.every(({ value, missing }) => missing === -value)) {
    return [{ column, adds: "the opposite" }];
  }
  return [];
}

/** By how much the balance moved in each row beyond what the row says. */
function restOf(table: Table, { column, proof }: Proved, centsIn: CentsIn, decimal: DecimalMark) {
  const balances = table.rows.map(({ cells }) => signedCents(cellOf(cells, column), decimal));
  return table.rows.map(({ cells }, row) => {
    const move = moveOf(balances[row], balances[row + proof.step.neighbour], proof.step);
    return move === undefined ? undefined : proof.sign * move - (centsIn(cells) ?? 0);
  });
}

const isOldestFirst = ({ neighbour, isOwnLater }: BalanceStep): boolean =>
  (neighbour === -1) === isOwnLater;

export interface Further {
  extras: readonly Extra[];
  balance: Balance | undefined;
}

/**
 * Checks, fees and the like in columns of their own are money where the balance moves by them.
 * @param fee a column whose numbers are to be added, as the command line says
 */
export function furtherColumns(
  table: Table,
  amounts: Amounts,
  fee: Column | undefined,
  context: Context,
): Further {
  const { columns, decimal } = context;
  const named: Extra[] = fee ? [{ column: fee, adds: "money out" }] : [];
  const centsIn = centsBy(amounts, named, decimal);
  const proved = bestProof(table, centsIn, context);
  if (!proved || amounts.kind === "followed") return { extras: named, balance: undefined };
  const rest = restOf(table, proved, centsIn, decimal);
  const mayBeMoney = columns.filter(
    (column) =>
      column !== proved.column &&
      column !== fee &&
      column.profile.isNumbers &&
      !column.profile.isDates &&
      !neverMoney.some((role) => isNamed(column, role)),
  );
  const extras = mayBeMoney.flatMap((column) => {
    const cents = table.rows.map(({ cells }) => signedCents(cellOf(cells, column), decimal));
    return addedBy(column, rest, cents);
  });
  const { step, sign } = proved.proof;
  return {
    extras: [...named, ...extras],
    balance: {
      column: proved.column,
      sign,
      isAfter: step.isOwnLater,
      isOldestFirst: isOldestFirst(step),
    },
  };
}
