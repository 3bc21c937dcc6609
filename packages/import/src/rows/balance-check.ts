/** Holds rows to the balance beside them: each balance is the one before it and what moved. */
import type { CalendarDate } from "@outlay/shared";
import { signedCents } from "../sniff/amounts/amount-cells.ts";
import type { Balance, Layout } from "../sniff/layout.ts";
import { cellOf } from "../sniff/table/table.ts";
import type { Flow } from "./flow.ts";

/** Where a balance doesn't follow from the rows. */
export interface BalanceGap {
  /** The lines of the rows between which it lies, the upper one first. */
  lines: [number, number];
  /** What moved between them and is in no row: below zero, it went out. */
  missingCents: number;
}

/** A row as a step from one balance to another. */
export interface Step {
  line: number;
  day: CalendarDate;
  from: number;
  to: number;
}

/** Balances that were come from and not gone to count up, the others down; those that are even are gone. */
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

  /** Where a chain of all steps, in some order, begins and ends; undefined where there is no such chain. */
  get ends(): { from: number; to: number } | undefined {
    const counts = [...this.#counts];
    const from = counts.find(([, count]) => count === 1)?.[0];
    const to = counts.find(([, count]) => count === -1)?.[0];
    return counts.length === 2 && from !== undefined && to !== undefined ? { from, to } : undefined;
  }

  /** Whether all steps hang together in some order. */
  get isChain(): boolean {
    return this.#counts.size === 0 || this.ends !== undefined;
  }
}

const endsOf = (steps: readonly Step[]): { from: number; to: number } | undefined => {
  const ledger = new Ledger();
  steps.forEach((step) => ledger.add(step));
  return ledger.ends;
};

/** The balances of a step that are on the side of the rows above it, and of those below. */
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
  /** The steps of the day that is being read, in the order of the file. */
  #day: Step[] = [];
  /** The balance above the first row. */
  #top: number | undefined;
  /** The last row of the days before, with the balance on the side of the rows that follow. */
  #edge: { line: number; balance: number } | undefined;

  constructor({ balance, decimal }: Pick<Layout, "balance" | "decimal">) {
    this.#balance = balance;
    this.#decimal = decimal;
  }

  /** Takes a row that is booked. */
  take(step: Step | undefined): void {
    if (!this.#balance || !step) return;
    if (this.#day[0] && this.#day[0].day !== step.day) this.#endDay(this.#balance);
    this.#day.push(step);
  }

  /** Whether the balance beside a row follows from the row above it, and so proves it to be booked. */
  follows(step: Step | undefined): boolean {
    const above = this.#day.at(-1);
    if (!this.#balance || !step || !above || step.from === step.to) return false;
    return this.#balance.isOldestFirst ? above.to === step.from : above.from === step.to;
  }

  /** The step that a row makes; undefined where no balance stands beside it. */
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

  /** What is missing, once all rows were taken. */
  gaps(): readonly BalanceGap[] {
    if (!this.#balance) return [];
    this.#endDay(this.#balance);
    return this.#isInDisorder(this.#balance) ? [] : this.#gaps;
  }

  /**
   * Whether all rows hang together, only not in the order of the file: a row at a wrong place makes three places where
   * the balance doesn't follow, or two and an end that isn't the file's. What is missing makes one for each.
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

  /** Holds the rows of a day to each other, in any order, and to the day above them. */
  #endDay(balance: Balance): void {
    const steps = this.#day.splice(0);
    const [first] = steps;
    const last = steps.at(-1);
    if (!first || !last) return;
    const { upper, lower } = sidesOf(balance);
    const inside = this.#gapsBetween(balance, steps);
    const isInOrder = inside.length === 0;
    if (isInOrder) {
      // Each step goes on where another ends, so that all of them count as one.
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

  /** Where a step doesn't go on from the one above it. */
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
