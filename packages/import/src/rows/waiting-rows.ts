/**
 * Holds back rows that may be totals until the rows after them are known; some are certain only at the end of
 * the list.
 */
import type { CalendarDate } from "@outlay/shared";
import type { BalanceCheck, Step } from "./balance-check.ts";
import { type Doubt, isCalledSum, type Verdict, verdictOn } from "./doubts.ts";
import type { Flow } from "./flow.ts";
import { ignored, rejected, type Row } from "./row.ts";
import { Sums } from "./sums.ts";

/** A row, and the cells it was read from. */
export interface ReadRow {
  row: Row;
  cells: readonly string[];
}

/** A row that waits: it may be a total, or the row it was read as. */
interface Waiting extends ReadRow {
  doubt?: Doubt;
  /** The row to use instead if this is the end of the list. */
  atEnd?: Row;
}

// Rows that have waited for this many others aren't at the end of a list.
const maxWaiting = 1000;

export class WaitingRows {
  readonly sums = new Sums();
  readonly balances: BalanceCheck;
  readonly #waiting: Waiting[] = [];
  #settled: ReadRow[] = [];

  constructor(balances: BalanceCheck) {
    this.balances = balances;
  }

  /** Adds a row. It has to wait if rows before it do. */
  put(cells: readonly string[], row: Row): void {
    if (this.#waiting.length > 0) this.wait({ cells, row });
    else this.#settled.push({ cells, row });
  }

  wait(row: Waiting): void {
    this.#waiting.push(row);
    if (this.#waiting.length > maxWaiting) this.settle("");
  }

  /** Adds a row that is booked and isn't a total. */
  book(cells: readonly string[], row: Row, { day, flow, step }: Booked): void {
    if (this.#waiting.length > 0) this.settle(day);
    this.#count(day, flow, step);
    this.put(cells, row);
  }

  /** Returns the rows that have become certain since the last call, in the order of the file. */
  take(): ReadRow[] {
    const settled = this.#settled;
    this.#settled = [];
    return settled;
  }

  /** @param nextDay the day of the next row; undefined at the end of the list */
  settle(nextDay: CalendarDate | undefined): void {
    const doubts = this.#waiting.flatMap(({ doubt }) => doubt ?? []);
    const isAllOf = (direction: "out" | "in") =>
      doubts.some(
        ({ flow }) => flow.direction === direction && this.sums.isAllOf(direction, flow.cents),
      );
    const hasCounterpart = isAllOf("out") && isAllOf("in");
    const isAmongSums = doubts.filter(isCalledSum).length > 1;
    for (const { row, cells, doubt, atEnd } of this.#waiting.splice(0)) {
      if (doubt) {
        doubts.shift();
        const next = nextDay === undefined ? undefined : (doubts[0]?.day ?? nextDay);
        const verdict = verdictOn(doubt, { nextDay: next, hasCounterpart, isAmongSums });
        this.#settled.push({ cells, row: this.#judged(row, doubt, verdict) });
      } else this.#settled.push({ cells, row: (nextDay === undefined && atEnd) || row });
    }
  }

  #judged(row: Row, { line, flow, day, step }: Doubt, verdict: Verdict): Row {
    if (verdict === "total") {
      this.sums.beginPart();
      return ignored(line, "total");
    }
    if (verdict === "open") {
      return rejected(line, "it is unclear whether this is a booking, or a balance or total");
    }
    this.#count(day, flow, step);
    return row;
  }

  /** Counts a booked row towards the sums and balances below it. */
  #count(day: CalendarDate, flow: Flow, step: Step | undefined): void {
    this.sums.add(flow, day);
    this.balances.take(step);
  }
}

interface Booked {
  day: CalendarDate;
  flow: Flow;
  step: Step | undefined;
}
