/**
 * Decides how the amounts of two columns are written: a minus in the column of money out may be the usual sign,
 * or mark a reversal.
 */
import type { DecimalMark } from "../../cells/number-cell.ts";
import { unsureOf } from "../../refusal.ts";
import { type ColumnPair, columnLabel, signedCents } from "../amounts/amount-cells.ts";
import { proofOf } from "../balances/balance.ts";
import { balanceColumns, balancedRows } from "../balances/balance-columns.ts";
import { spendingText } from "../words/cell-words.ts";
import type { TwoColumns, UsualSign } from "../layout.ts";
import type { ExpenseSign } from "./sign.ts";
import type { SignContext } from "./sign-evidence.ts";
import { isReceivedRow, rowsOf } from "./signed-rows.ts";
import { cellOf, type Column, type Table } from "../table/table.ts";

type Signs = Pick<TwoColumns, "outSign" | "inSign">;

const other = (sign: UsualSign): UsualSign => (sign === "negative" ? "positive" : "negative");

/** Returns the cents that a row moved; undefined if it has no amount. */
export function centsOfTwo(
  cells: readonly string[],
  { out: outs, in: ins, outSign, inSign }: TwoColumns,
  decimal: DecimalMark,
): number | undefined {
  const out = signedCents(cellOf(cells, outs), decimal);
  const received = signedCents(cellOf(cells, ins), decimal);
  if (out === undefined && received === undefined) return undefined;
  return (
    (inSign === "negative" ? -1 : 1) * (received ?? 0) -
    (outSign === "negative" ? -1 : 1) * (out ?? 0)
  );
}

const signsIn = ({ stats: { negative, positive } }: Column): UsualSign[] =>
  negative === 0 ? ["positive"] : positive === 0 ? ["negative"] : ["positive", "negative"];

/**
 * Returns the possible usual signs. If a column has only negative amounts, they may be written so, or all be
 * reversals.
 */
const possibleSigns = (column: Column | undefined): UsualSign[] =>
  column && column.stats.negative > 0 ? ["positive", "negative"] : ["positive"];

const waysOf = (pair: ColumnPair): Signs[] =>
  possibleSigns(pair.out).flatMap((outSign) =>
    possibleSigns(pair.in).map((inSign) => ({ outSign, inSign })),
  );

/** Returns the signs with which a balance follows the amounts, if no others do equally well. */
function byBalance(table: Table, pair: ColumnPair, context: SignContext): Signs | undefined {
  const { columns, decimal, timeOrder } = context;
  for (const balance of balanceColumns(columns)) {
    const proved = waysOf(pair).flatMap((signs) => {
      const rows = balancedRows(
        table,
        (cells) => centsOfTwo(cells, { ...pair, ...signs }, decimal),
        balance,
        decimal,
      );
      const proof = proofOf(rows, timeOrder);
      return proof?.sign === 1 ? [{ signs, share: proof.share }] : [];
    });
    const [best, next] = proved.toSorted((one, another) => another.share - one.share);
    if (best && best.share > (next?.share ?? 0)) return best.signs;
  }
  return undefined;
}

/**
 * Returns the sign of purchases by the words of the rows; undefined if the words say nothing or contradict each
 * other.
 * @param leastShare the share of rows whose words have to say so
 */
function byWords(
  table: Table,
  column: Column,
  context: SignContext,
  leastShare: number,
): UsualSign | undefined {
  const { texts, decimal } = context;
  const rows = rowsOf(table, (cells) => signedCents(cellOf(cells, column), decimal), texts);
  const found = new Set<UsualSign>();
  let speaking = 0;
  for (const row of rows) {
    const sign: UsualSign = row.cents < 0 ? "negative" : "positive";
    const isReceived = isReceivedRow(row);
    if (isReceived === spendingText.test(row.text)) continue;
    found.add(isReceived ? other(sign) : sign);
    speaking += 1;
  }
  const [sign] = found;
  return found.size === 1 && speaking >= leastShare * rows.length ? sign : undefined;
}

// The rarer sign marks reversals only if the other one is this many times as frequent.
const usualShare = 2;

/** @throws ImportRefusal unsure */
function outSignOf(table: Table, pair: ColumnPair, context: SignContext): UsualSign {
  const { negative, positive } = pair.out.stats;
  const [only, ...rest] = signsIn(pair.out);
  const said =
    negative > 0 ? byWords(table, pair.out, context, rest.length > 0 ? 0 : 0.5) : undefined;
  if (rest.length === 0 && only !== undefined && (said === undefined || said === only)) return only;
  if (rest.length > 0) {
    if (said !== undefined) return said;
    if (positive >= usualShare * negative) return "positive";
  }
  throw unsureOf(
    `Some amounts in ${columnLabel(pair.out)} have a minus (${negative}) and some don't (${positive}): it is unclear which are refunds.`,
    "Say how purchases are written in it: --sign expense-positive or --sign expense-negative",
  );
}

/** @throws ImportRefusal unsure */
function inSignOf({ in: received }: ColumnPair): UsualSign {
  if (!received) return "positive";
  const [sign = "positive", ...rest] = signsIn(received);
  if (rest.length === 0) return sign;
  const { negative, positive } = received.stats;
  if (positive >= usualShare * negative) return "positive";
  throw unsureOf(
    `Some amounts in ${columnLabel(received)} have a minus (${negative}) and some don't (${positive}): it is unclear which are money in.`,
    "If those without a minus are: --sign expense-positive",
  );
}

/**
 * @param given the sign of expenses according to the command line or a format
 * @throws ImportRefusal unsure, if nothing tells
 */
export function withSigns(
  table: Table,
  pair: ColumnPair,
  context: SignContext,
  given: ExpenseSign | undefined,
): TwoColumns {
  if (given) {
    const inSign = pair.in?.stats.positive === 0 ? "negative" : "positive";
    return { ...pair, outSign: given, inSign };
  }
  const signs = byBalance(table, pair, context) ?? {
    outSign: outSignOf(table, pair, context),
    inSign: inSignOf(pair),
  };
  return { ...pair, ...signs };
}
