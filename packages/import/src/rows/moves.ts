/** Works out by how much each row moved the balance, if nothing else may tell the direction. */
import { readNumberLike } from "../cells/number-cell.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import { signedCents } from "../sniff/amounts/amount-cells.ts";
import { moveOf } from "../sniff/balances/balance.ts";
import { isOpeningBalance } from "../sniff/words/total-words.ts";
import type { Followed, Layout } from "../sniff/layout.ts";
import { cellOf, datedCell } from "../sniff/table/table.ts";
import { mayNeedProof } from "./signed-direction.ts";

export interface MovedRecord extends CsvRecord {
  /** In cents; undefined if no balance tells. */
  moved?: number | undefined;
}

type Following = Pick<Followed, "amount" | "balance" | "step">;

/** Returns the balance that a record passes on: that of a booking, or one carried forward. */
function balanceOf(
  { cells, line }: CsvRecord,
  { amount, balance }: Following,
  { date, otherDate, dateNotation, decimal, firstLine }: Layout,
): number | undefined {
  const cell = cellOf(cells, balance);
  if (cells.some(isOpeningBalance)) {
    const numbers = cells.filter((one) => readNumberLike(one.trim()));
    const carried = line < firstLine || cell === "" ? numbers.at(-1) : cell;
    return carried === undefined ? undefined : signedCents(carried.trim(), decimal);
  }
  const isBooking =
    dateNotation.read(datedCell(cells, { date, otherDate })) && cellOf(cells, amount) !== "";
  return isBooking ? signedCents(cell, decimal) : undefined;
}

// A list with this many rows between two balances has no running balance.
const maxHeld = 100;

async function* moves(
  records: AsyncIterable<readonly CsvRecord[]>,
  followed: Following,
  layout: Layout,
): AsyncIterable<readonly MovedRecord[]> {
  const { step } = followed;
  let before: number | undefined;
  // A row waiting for the balance below it, and the rows without a balance after it.
  let held: MovedRecord[] = [];
  const take = (record: CsvRecord): MovedRecord[] => {
    const own = balanceOf(record, followed, layout);
    const settled: MovedRecord[] = [];
    if (step.neighbour === -1) {
      settled.push({ ...record, moved: moveOf(own, before, step) });
    } else if (own === undefined && held.length > 0 && held.length < maxHeld) {
      held.push(record);
      return settled;
    } else {
      const [first, ...others] = held;
      if (first) settled.push({ ...first, moved: moveOf(before, own, step) }, ...others);
      held = [record];
    }
    if (own !== undefined || step.neighbour === 1) before = own;
    return settled;
  };
  for await (const some of records) yield some.flatMap(take);
  yield held;
}

/** Returns the balance that shows directions, in some rows at least; undefined if none is needed. */
function followingIn({ amounts, balance }: Layout): Following | undefined {
  if (amounts.kind === "followed") return amounts;
  if (amounts.kind !== "signed" || !balance || !mayNeedProof(amounts.amount)) return undefined;
  const { isAfter, isOldestFirst } = balance;
  const step = { neighbour: isOldestFirst === isAfter ? -1 : 1, isOwnLater: isAfter } as const;
  return { amount: amounts.amount, balance: balance.column, step };
}

/** Adds the move of the balance to each record, if the layout needs it. */
export const withMoves = (
  records: AsyncIterable<readonly CsvRecord[]>,
  layout: Layout,
): AsyncIterable<readonly MovedRecord[]> => {
  const following = followingIn(layout);
  return following ? moves(records, following, layout) : records;
};
