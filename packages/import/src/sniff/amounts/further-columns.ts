/** Finds the balance that checks the amounts, and further columns of money that it proves. */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { flowOf } from "../../rows/flow.ts";
import { Rejection } from "../../rows/rejection.ts";
import { type BalanceStep, type Proof, proofOf, type TimeOrder } from "../balances/balance.ts";
import { balanceColumns, balancedRows } from "../balances/balance-columns.ts";
import type { ColumnRole } from "../words/column-names.ts";
import type { Amounts, Balance, Extra } from "../layout.ts";
import { type Column, isNamed, type Table } from "../table/table.ts";

interface Proved {
  column: Column;
  proof: Proof;
}

interface Context {
  /** All columns except those of the day and the amounts. */
  columns: readonly Column[];
  decimal: DecimalMark;
  timeOrder: TimeOrder;
}

type CentsIn = (cells: readonly string[]) => number | undefined;

/** Returns the cents that a row moved, negative for money out; undefined if the row can't be read. */
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

// A column that is named a balance but follows only this share of the rows probably moves by something else in
// the others.
const leastShareOfNamed = 0.5;

function bestProof(table: Table, centsIn: CentsIn, context: Context): Proved | undefined {
  const { columns, decimal, timeOrder } = context;
  const proved = balanceColumns(columns).flatMap((column) => {
    const leastShare = isNamed(column, "balance") ? leastShareOfNamed : undefined;
    const proof = proofOf(balancedRows(table, centsIn, column, decimal), timeOrder, leastShare);
    return proof ? [{ column, proof }] : [];
  });
  return proved.toSorted((one, other) => other.proof.share - one.proof.share)[0];
}

const neverMoney: readonly ColumnRole[] = [
  "id",
  "account",
  "other",
  "date",
  "valueDate",
  "currency",
];

// Checks, fees and interest: lists have no more columns than that.
const maxExtras = 3;

/** Returns each column that may be money beside the amounts, once with either sign. */
function candidates(columns: readonly Column[], used: readonly Column[]): Extra[] {
  const numeric = columns.filter(
    (column) =>
      !used.includes(column) &&
      column.stats.isNumbers &&
      !column.stats.isDates &&
      column.stats.zero < column.stats.numbers &&
      !neverMoney.some((role) => isNamed(column, role)),
  );
  return numeric.flatMap((column): Extra[] => [
    { column, adds: "the opposite" },
    { column, adds: "what it says" },
  ]);
}

/** Returns the column with which the balance follows more rows than without it. */
function nextExtra(
  table: Table,
  amounts: Amounts,
  extras: readonly Extra[],
  proved: Proved | undefined,
  context: Context,
): { extra: Extra; proved: Proved } | undefined {
  const used = [...extras.map(({ column }) => column), ...(proved ? [proved.column] : [])];
  const found = candidates(context.columns, used).flatMap((extra) => {
    const columns = proved
      ? [proved.column]
      : context.columns.filter((column) => column !== extra.column);
    const centsIn = centsBy(amounts, [...extras, extra], context.decimal);
    const better = bestProof(table, centsIn, { ...context, columns });
    const isBetter =
      better &&
      better.proof.share >= (proved?.proof.share ?? 0) &&
      better.proof.rows > (proved?.proof.rows ?? 0);
    return isBetter ? [{ extra, proved: better }] : [];
  });
  return found.toSorted((one, other) => other.proved.proof.rows - one.proved.proof.rows)[0];
}

const isOldestFirst = ({ neighbour, isOwnLater }: BalanceStep): boolean =>
  (neighbour === -1) === isOwnLater;

export interface Further {
  extras: readonly Extra[];
  balance: Balance | undefined;
}

/**
 * Counts columns of checks, fees and the like as money if the balance moves by them.
 * @param fee a column to add, as the command line says
 */
export function furtherColumns(
  table: Table,
  amounts: Amounts,
  fee: Column | undefined,
  context: Context,
): Further {
  let extras: readonly Extra[] = fee ? [{ column: fee, adds: "money out" }] : [];
  if (amounts.kind === "followed") return { extras, balance: undefined };
  let proved = bestProof(table, centsBy(amounts, extras, context.decimal), context);
  // Once every row follows from the balance, no further column can be missing.
  const isOpen = () => (proved?.proof.rows ?? 0) < table.rows.length - 1;
  while (extras.length < maxExtras && isOpen()) {
    const next = nextExtra(table, amounts, extras, proved, context);
    if (!next) break;
    extras = [...extras, next.extra];
    proved = next.proved;
  }
  if (!proved) return { extras, balance: undefined };
  const { column, proof } = proved;
  const { step, sign } = proof;
  const balance = { column, sign, isAfter: step.isOwnLater, isOldestFirst: isOldestFirst(step) };
  return { extras, balance };
}
