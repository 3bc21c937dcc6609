/** Balances prove signs and columns: they rise by what comes in and fall by what goes out. */

/** A row's amount and the balance beside it, in cents; undefined where the cell is blank or no number. */
export interface BalancedRow {
  amount: number | undefined;
  balance: number | undefined;
}

/** How the rows of a file follow each other in time. */
export type TimeOrder = "oldest first" | "newest first" | "unknown";

/** Which neighbour's balance a row's own is held against, and whether the own one is the later. */
export interface BalanceStep {
  neighbour: -1 | 1;
  isOwnLater: boolean;
}

const minSteps = 2;
const minShare = 0.7;

// A balance may be the one after its row or, where the order of the rows is known, the one before it.
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

/** By how much a row has moved the balance; undefined where one of the balances isn't known. */
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

/** The rows that have an amount and move a balance. */
const movesBy = (rows: readonly BalancedRow[], step: BalanceStep): Move[] =>
  rows.flatMap(({ amount, balance }, row) => {
    const move = moveOf(balance, rows[row + step.neighbour]?.balance, step);
    return amount && move !== undefined ? [{ amount, move }] : [];
  });

const shareOf = (moves: readonly Move[], fits: (move: Move) => boolean): number =>
  moves.length < minSteps ? 0 : moves.filter(fits).length / moves.length;

/** That balances move with amounts, and how. */
export interface Proof {
  step: BalanceStep;
  /** 1: by the amount as it is signed; -1: against it. */
  sign: 1 | -1;
  /** For how many of the rows it holds, from 0.7 to 1. */
  share: number;
  /** How many those are. */
  rows: number;
}

const signs = [1, -1] as const;

/**
 * The proof that holds for most rows; the first of several. Undefined where none does.
 * @param leastShare of the rows for which it has to hold
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

/** How balances move with amounts: 1, by the amount as it is signed; -1, against it; undefined, not at all. */
export const balanceSign = (rows: readonly BalancedRow[], order: TimeOrder): 1 | -1 | undefined =>
  proofOf(rows, order)?.sign;

const isBySize = ({ amount, move }: Move): boolean => Math.abs(move) === Math.abs(amount);

/** For how many of the rows balances move by the amounts, whatever the amounts' signs. */
export const shareBySize = (rows: readonly BalancedRow[], order: TimeOrder): number =>
  Math.max(...stepsIn[order].map((step) => shareOf(movesBy(rows, step), isBySize)));

/** Whether balances move by the amounts, some up and some down, whatever the amounts' signs. */
export const movesBySize = (rows: readonly BalancedRow[], order: TimeOrder): boolean =>
  shareBySize(rows, order) >= minShare;

/**
 * The step that tells of amounts without signs which went out and which came in; undefined if none does,
 * or two differ, or all went the same way.
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
