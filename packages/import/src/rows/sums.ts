/** Adds up rows, which tells a total from a merchant called Total. */
import type { CalendarDate } from "@outlay/shared";
import type { Flow } from "./flow.ts";

interface Sum {
  cents: number;
  rows: number;
}
type Direction = "out" | "in";
type SumsOfRows = Record<Direction, Sum>;

const nothing = (): SumsOfRows => ({ out: { cents: 0, rows: 0 }, in: { cents: 0, rows: 0 } });

/** Returns how many rows, of one direction or both, sum to an amount; 0 if none do. */
function rowsComingTo(cents: number, { out, in: received }: SumsOfRows): number {
  const net = {
    cents: Math.abs(received.cents - out.cents),
    rows: out.rows > 0 && received.rows > 0 ? out.rows + received.rows : 0,
  };
  const found = [out, received, net].filter((sum) => sum.rows > 0 && sum.cents === cents);
  return Math.max(0, ...found.map(({ rows }) => rows));
}

const isSumOf = (cents: number, { out, in: received }: SumsOfRows): boolean =>
  cents === out.cents || cents === received.cents || cents === Math.abs(received.cents - out.cents);

/** The numbers of rows that sum to an amount. */
export interface SumMatch {
  /** The number of rows, if the amount is the sum of all rows before it. */
  all: number;
  /** The number of rows, if it is the sum of those since the last total. */
  part: number;
  /** The number of rows, if it is the sum of those of its day. */
  day: number;
  /**
   * The number of rows, if it is the sum of all money before it in its own direction. Emptying an account gives
   * the net sum, but not this one.
   */
  sameWay: number;
}

export class Sums {
  readonly #all = nothing();
  #part = nothing();
  #day: { day: CalendarDate; sums: SumsOfRows } | undefined;

  add({ cents, direction }: Flow, day: CalendarDate): void {
    if (this.#day?.day !== day) this.#day = { day, sums: nothing() };
    if (direction === "neutral") return;
    for (const sums of [this.#all, this.#part, this.#day.sums]) {
      sums[direction].cents += cents;
      sums[direction].rows += 1;
    }
  }

  /**
   * Returns the rows that sum to an amount; undefined if none do.
   * @param day undefined for a row without a day
   */
  match({ cents, direction }: Flow, day: CalendarDate | undefined): SumMatch | undefined {
    if (cents === 0 || !this.#mayBeSum(cents)) return undefined;
    const all = rowsComingTo(cents, this.#all);
    const part = rowsComingTo(cents, this.#part);
    const ofDay = this.#day?.day === day ? rowsComingTo(cents, this.#day?.sums ?? nothing()) : 0;
    if (all + part + ofDay === 0) return undefined;
    const isSameWay = direction !== "neutral" && this.isAllOf(direction, cents);
    return { all, part, day: ofDay, sameWay: isSameWay ? this.#all[direction].rows : 0 };
  }

  /** A fast check before `match`: every row is asked, but hardly any is a sum. */
  #mayBeSum(cents: number): boolean {
    return (
      isSumOf(cents, this.#all) ||
      isSumOf(cents, this.#part) ||
      (this.#day !== undefined && isSumOf(cents, this.#day.sums))
    );
  }

  /** Whether an amount is the sum of all money that went in one direction. */
  isAllOf(direction: Direction, cents: number): boolean {
    const { cents: sum, rows } = this.#all[direction];
    return rows > 0 && sum === cents;
  }

  /** Starts a new sum after a total. */
  beginPart(): void {
    this.#part = nothing();
  }
}
