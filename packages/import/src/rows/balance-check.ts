/** Checks rows against the balance beside them: each balance must be the previous one plus the amount. */
import type { CalendarDate } from "@outlay/shared";
import { signedCents } from "../sniff/amounts/amount-cells.ts";
import type { Balance, Layout } from "../sniff/layout.ts";
import { cellOf } from "../sniff/table/table.ts";
import type { Flow } from "./flow.ts";

/** A place at which the balance doesn't follow from the rows. */
export interface BalanceGap {
  /** The lines of the rows around the gap, the upper one first. */
  lines: [number, number];
  /** The amount that moved between these rows without a row of its own; negative for money out. */
  missingCents: number;
}

/** A row as a step from one balance to another. */
export interface Step {
  line: number;
  day: CalendarDate;
  from: number;
  to: number;
}

/**
 * Counts how much more often steps leave each balance than arrive at it. Balances that even out are removed.
 */
class Ledger {
  readonly #counts = new Map<number, number>();

  add({ from, to }: Pick<Step, "from" | "to">): void {
    this.#count(from, 1);
    this.#count(to, -1);
  }

  #count(balance: number, by: number): void {
    const count = (this.#counts.get(balance) ?? 0) + by;
    if (count === 0) this.#counts.delete(balance);
    else this.#counts.set(balance, count);
  }

  /** The ends of a chain of all steps, in some order; undefined if they form no such chain. */
  get ends(): { from: number; to: number } | undefined {
    const counts = [...this.#counts];
    const from = counts.find(([, count]) => count === 1)?.[0];
    const to = counts.find(([, count]) => count === -1)?.[0];
    return counts.length === 2 && from !== undefined && to !== undefined ? { from, to } : undefined;
  }

  /** Whether all steps form a chain in some order. */
  get isChain(): boolean {
    return this.#counts.size === 0 || this.ends !== undefined;
  }
}

const endsOf = (steps: readonly Step[]): { from: number; to: number } | undefined => {
  const ledger = new Ledger();
  steps.forEach((step) => ledger.add(step));
  return ledger.ends;
};

/** Tells which end of a step adjoins the rows above it, and which the rows below. */
const sidesOf = ({ isOldestFirst }: Balance) =>
  isOldestFirst
    ? ({ upper: "from", lower: "to" } as const)
    : ({ upper: "to", lower: "from" } as const);

const leastInDisorder = 3;

export class BalanceCheck {
  readonly #balance: Balance | undefined;
  readonly #decimal: Layout["decimal"];
  readonly #all = new Ledger();
  #gaps: BalanceGap[] = [];
  /** The steps of the current day, in the order of the file. */
  #day: Step[] = [];
  /** The balance above the first row. */
  #top: number | undefined;
  /** The last row of the days before, with the balance at its lower end. */
  #edge: { line: number; balance: number } | undefined;

  constructor({ balance, decimal }: Pick<Layout, "balance" | "decimal">) {
    this.#balance = balance;
    this.#decimal = decimal;
  }

  /** Takes a booked row. */
  take(step: Step | undefined): void {
    if (!this.#balance || !step) return;
    if (this.#day[0] && this.#day[0].day !== step.day) this.#endDay(this.#balance);
    this.#day.push(step);
  }

  /** Whether a row's balance follows from the row above it, which proves that the row is booked. */
  follows(step: Step | undefined): boolean {
    const above = this.#day.at(-1);
    if (!this.#balance || !step || !above || step.from === step.to) return false;
    return this.#balance.isOldestFirst ? above.to === step.from : above.from === step.to;
  }

  /** Returns a row's step; undefined if the row has no balance. */
  stepOf(
    line: number,
    day: CalendarDate,
    { cents, direction }: Flow,
    cells: readonly string[],
  ): Step | undefined {
    const balance = this.#balance;
    const own = balance && signedCents(cellOf(cells, balance.column), this.#decimal);
    if (!balance || own === undefined) return undefined;
    const moved = balance.sign * (direction === "out" ? -cents : direction === "in" ? cents : 0);
    return balance.isAfter
      ? { line, day, from: own - moved, to: own }
      : { line, day, from: own, to: own + moved };
  }

  /** Returns the gaps. Call it once all rows were taken. */
  gaps(): readonly BalanceGap[] {
    if (!this.#balance) return [];
    this.#endDay(this.#balance);
    return this.#isInDisorder(this.#balance) ? [] : this.#gaps;
  }

  /**
   * Whether the rows form a chain, but not in the order of the file. A misplaced row causes three gaps, or two
   * gaps and a chain with other ends than the file's; a missing amount causes only one gap.
   */
  #isInDisorder({ isOldestFirst }: Balance): boolean {
    if (!this.#all.isChain) return false;
    const { ends } = this.#all;
    const [from, to] = isOldestFirst
      ? [this.#top, this.#edge?.balance]
      : [this.#edge?.balance, this.#top];
    const endsElsewhere = ends !== undefined && (ends.from !== from || ends.to !== to);
    return this.#gaps.length >= leastInDisorder || endsElsewhere;
  }

  /** Checks the rows of a day against each other, in any order, and against the day above. */
  #endDay(balance: Balance): void {
    const steps = this.#day.splice(0);
    const [first] = steps;
    const last = steps.at(-1);
    if (!first || !last) return;
    const { upper, lower } = sidesOf(balance);
    const inside = this.#gapsBetween(balance, steps);
    const isInOrder = inside.length === 0;
    if (isInOrder) {
      // The steps follow one another, so that together they count as one.
      const [oldest, latest] = balance.isOldestFirst ? [first, last] : [last, first];
      this.#all.add({ from: oldest.from, to: latest.to });
    } else steps.forEach((step) => this.#all.add(step));
    const ends = isInOrder ? undefined : endsOf(steps);
    if (!ends) this.#gaps.push(...inside);
    const top = (ends ?? first)[upper];
    this.#top ??= top;
    if (this.#edge && this.#edge.balance !== top) {
      this.#gaps.push(this.#gap(balance, [this.#edge.line, first.line], this.#edge.balance, top));
    }
    this.#edge = { line: last.line, balance: (ends ?? last)[lower] };
  }

  /** Returns the gaps between steps and the steps above them. */
  #gapsBetween(balance: Balance, steps: readonly Step[]): BalanceGap[] {
    const { upper, lower } = sidesOf(balance);
    const gaps: BalanceGap[] = [];
    let before: Step | undefined;
    for (const step of steps) {
      if (before && before[lower] !== step[upper]) {
        gaps.push(this.#gap(balance, [before.line, step.line], before[lower], step[upper]));
      }
      before = step;
    }
    return gaps;
  }

  #gap(
    { sign, isOldestFirst }: Balance,
    lines: [number, number],
    above: number,
    below: number,
  ): BalanceGap {
    const moved = isOldestFirst ? below - above : above - below;
    return { lines, missingCents: sign * moved };
  }
}
