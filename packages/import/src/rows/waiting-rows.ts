/** Rows that are read, of which some wait for what follows them: whether they are totals shows at the list's end. */
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

/** A row that waits: it may be a total, or what it is taken for meanwhile. */
interface Waiting extends ReadRow {
  doubt?: Doubt;
  /** What it is at the end of the list. */
  atEnd?: Row;
}

// Rows that have to wait longer than this are at no list's end.
const maxWaiting = 1000;

export class WaitingRows {
  readonly sums = new Sums();
  readonly balances: BalanceCheck;
  readonly #waiting: Waiting[] = [];
  #settled: ReadRow[] = [];

  constructor(balances: BalanceCheck) {
    this.balances = balances;
  }

  /** Behind rows that wait, others wait as well. */
  put(cells: readonly string[], row: Row): void {
    if (this.#waiting.length > 0) this.wait({ cells, row });
    else this.#settled.push({ cells, row });
  }

  wait(row: Waiting): void {
    this.#waiting.push(row);
    if (this.#waiting.length > maxWaiting) this.settle("");
  }

  /** Puts a row that is booked and no total. */
  book(cells: readonly string[], row: Row, { day, flow, step }: Booked): void {
    if (this.#waiting.length > 0) this.settle(day);
    this.#count(day, flow, step);
    this.put(cells, row);
  }

  /** The rows that have become certain since the last time, in the order of the file. */
  take(): ReadRow[] {
    const settled = this.#settled;
    this.#settled = [];
    return settled;
  }

  /** @param nextDay of the row that follows; undefined at the end of the list */
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
      return rejected(line, "nothing tells whether it is a booking, or a balance or a total");
    }
    this.#count(day, flow, step);
    return row;
  }

  /** What is booked counts for the sums and balances below it. */
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
