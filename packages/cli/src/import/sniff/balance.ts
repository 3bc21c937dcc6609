/** Balances prove signs: they rise by what comes in and fall by what goes out. */

/** A row's amount and the balance beside it, in cents; undefined where the cell is blank or no number. */
export interface BalancedRow {
  amount: number | undefined;
  balance: number | undefined;
}

const minSteps = 2;
const minShare = 0.7;

function share(
  rows: readonly BalancedRow[],
  step: (row: number) => number | undefined,
  sign: 1 | -1,
) {
  let steps = 0;
  let fitting = 0;
  rows.forEach(({ amount }, row) => {
    const change = step(row);
    if (!amount || change === undefined) return;
    steps += 1;
    if (change === sign * amount) fitting += 1;
  });
  return steps < minSteps ? 0 : fitting / steps;
}

/** How the rows of a file follow each other in time. */
export type TimeOrder = "oldest first" | "newest first" | "unknown";

const difference = (one: number | undefined, other: number | undefined) =>
  one === undefined || other === undefined ? undefined : one - other;

/**
 * How balances move with amounts: 1, by the amount as it is signed; -1, against it; undefined, not at all.
 * A balance may be the one after its row or, where the order of the rows is known, the one before it.
 */
export function balanceSign(rows: readonly BalancedRow[], order: TimeOrder): 1 | -1 | undefined {
  const balance = (row: number) => rows[row]?.balance;
  const fromPrevious = (row: number) => difference(balance(row), balance(row - 1));
  const fromNext = (row: number) => difference(balance(row), balance(row + 1));
  const towardsPrevious = (row: number) => difference(balance(row - 1), balance(row));
  const towardsNext = (row: number) => difference(balance(row + 1), balance(row));
  const steps = {
    "oldest first": [fromPrevious, towardsNext],
    "newest first": [fromNext, towardsPrevious],
    unknown: [fromPrevious, fromNext],
  } as const satisfies Record<TimeOrder, readonly ((row: number) => number | undefined)[]>;
  for (const step of steps[order]) {
    for (const sign of [1, -1] as const) {
      if (share(rows, step, sign) >= minShare) return sign;
    }
  }
  return undefined;
}
