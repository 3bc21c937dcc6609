/** What rows add up to, which tells a total from a merchant that is called one. */
import type { CalendarDate } from "@outlay/shared";
import type { Flow } from "./flow.ts";

interface Sum {
  cents: number;
  rows: number;
}
type Direction = "out" | "in";
type SumsOfRows = Record<Direction, Sum>;

const nothing = (): SumsOfRows => ({ out: { cents: 0, rows: 0 }, in: { cents: 0, rows: 0 } });

/** How many rows come to an amount: those of one direction or both; 0 where none do. */
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

/** How many rows an amount is the sum of. */
export interface SumMatch {
  /** Of all rows before it. */
  all: number;
  /** Of those since the last total. */
  part: number;
  /** Of those of its day. */
  day: number;
  /** Of all before it that went its own way. Accounts are emptied now and then, which comes to all that moved. */
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

  /** Undefined where the amount is no sum. @param day undefined for a row that has none */
  match({ cents, direction }: Flow, day: CalendarDate | undefined): SumMatch | undefined {
    if (cents === 0 || !this.#mayBeSum(cents)) return undefined;
    const all = rowsComingTo(cents, this.#all);
    const part = rowsComingTo(cents, this.#part);
    const ofDay = this.#day?.day === day ? rowsComingTo(cents, this.#day?.sums ?? nothing()) : 0;
    if (all + part + ofDay === 0) return undefined;
    const isSameWay = direction !== "neutral" && this.isAllOf(direction, cents);
    return { all, part, day: ofDay, sameWay: isSameWay ? this.#all[direction].rows : 0 };
  }

  /** Nearly no row is one, and each is asked. */
  #mayBeSum(cents: number): boolean {
    return (
      isSumOf(cents, this.#all) ||
      isSumOf(cents, this.#part) ||
      (this.#day !== undefined && isSumOf(cents, this.#day.sums))
    );
  }

  /** Whether an amount is all that went one way. */
  isAllOf(direction: Direction, cents: number): boolean {
    const { cents: sum, rows } = this.#all[direction];
    return rows > 0 && sum === cents;
  }

  /** What follows a total is added up anew. */
  beginPart(): void {
    this.#part = nothing();
  }
}
