/** Balances prove signs and columns, because they rise by money in and fall by money out. */

/** A row's amount and the balance beside it, in cents; undefined if the cell is blank or no number. */
export interface BalancedRow {
  amount: number | undefined;
  balance: number | undefined;
}

/** The order of a file's rows in time. */
export type TimeOrder = "oldest first" | "newest first" | "unknown";

/** The neighbour whose balance is compared with a row's own, and whether the own one is the later. */
export interface BalanceStep {
  neighbour: -1 | 1;
  isOwnLater: boolean;
}

const minSteps = 2;
const minShare = 0.7;

// A balance may be the one after its row. If the order of the rows is known, it may also be the one before.
const stepsIn: Record<TimeOrder, readonly BalanceStep[]> = {
  "oldest first": [
    { neighbour: -1, isOwnLater: true },
    { neighbour: 1, isOwnLater: false },
  ],
  "newest first": [
    { neighbour: 1, isOwnLater: true },
    { neighbour: -1, isOwnLater: false },
  ],
  unknown: [
    { neighbour: -1, isOwnLater: true },
    { neighbour: 1, isOwnLater: true },
  ],
};

/** Returns by how much a row has moved the balance; undefined if one of the balances is unknown. */
export function moveOf(
  own: number | undefined,
  neighbours: number | undefined,
  { isOwnLater }: BalanceStep,
): number | undefined {
  if (own === undefined || neighbours === undefined) return undefined;
  return isOwnLater ? own - neighbours : neighbours - own;
}

interface Move {
  amount: number;
  move: number;
}

/** Returns the rows that have an amount and whose move of the balance is known. */
const movesBy = (rows: readonly BalancedRow[], step: BalanceStep): Move[] =>
  rows.flatMap(({ amount, balance }, row) => {
    const move = moveOf(balance, rows[row + step.neighbour]?.balance, step);
    return amount && move !== undefined ? [{ amount, move }] : [];
  });

const shareOf = (moves: readonly Move[], fits: (move: Move) => boolean): number =>
  moves.length < minSteps ? 0 : moves.filter(fits).length / moves.length;

/** The proof that balances move with amounts. */
export interface Proof {
  step: BalanceStep;
  /** 1 if balances rise by positive amounts, -1 if they fall by them. */
  sign: 1 | -1;
  /** The share of rows for which the proof holds. */
  share: number;
  /** The number of these rows. */
  rows: number;
}

const signs = [1, -1] as const;

/**
 * Returns the proof that holds for the largest share of rows, the first of equal ones; undefined if there is
 * none.
 * @param leastShare the share of rows for which it has to hold
 */
export function proofOf(
  rows: readonly BalancedRow[],
  order: TimeOrder,
  leastShare = minShare,
): Proof | undefined {
  let best: Proof | undefined;
  for (const step of stepsIn[order]) {
    const moves = movesBy(rows, step);
    for (const sign of signs) {
      const share = shareOf(moves, ({ amount, move }) => move === sign * amount);
      if (share < leastShare || share <= (best?.share ?? 0)) continue;
      best = { step, sign, share, rows: Math.round(share * moves.length) };
    }
  }
  return best;
}

/**
 * Returns 1 if balances rise by positive amounts, -1 if they fall by them, and undefined if they do neither.
 */
export const balanceSign = (rows: readonly BalancedRow[], order: TimeOrder): 1 | -1 | undefined =>
  proofOf(rows, order)?.sign;

const isBySize = ({ amount, move }: Move): boolean => Math.abs(move) === Math.abs(amount);

/** Returns the share of rows by whose amounts the balances move, whatever the signs. */
export const shareBySize = (rows: readonly BalancedRow[], order: TimeOrder): number =>
  Math.max(...stepsIn[order].map((step) => shareOf(movesBy(rows, step), isBySize)));

/** Whether balances move by the amounts, whatever the signs. */
export const movesBySize = (rows: readonly BalancedRow[], order: TimeOrder): boolean =>
  shareBySize(rows, order) >= minShare;

/**
 * Returns the step that tells which of the unsigned amounts went out and which came in; undefined if there is
 * none, if there are two, or if all went the same way.
 */
export function tellingStep(
  rows: readonly BalancedRow[],
  order: TimeOrder,
): BalanceStep | undefined {
  const found = stepsIn[order].flatMap((step) => {
    const moves = movesBy(rows, step);
    if (shareOf(moves, isBySize) < minShare) return [];
    const fitting = moves.filter(isBySize);
    const hasBoth = fitting.some(({ move }) => move < 0) && fitting.some(({ move }) => move > 0);
    return hasBoth ? [step] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
