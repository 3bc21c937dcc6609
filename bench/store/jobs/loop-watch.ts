/**
 * Measures how long this process is blocked, because it works or because others have its processor.
 */
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface Blocked {
  /** The longest time without a turn of the event loop. */
  blockedMs: number;
  /** The most work between two turns; null where the system doesn't count it by threads. */
  workedMs: number | null;
}

const sampleMs = 2;

/** The processor time of this thread so far. */
function threadMs(): number | null {
  if (process.platform !== "linux") return null;
  // proc(5): the first number is the nanoseconds on a processor.
  const [workedNs] = readFileSync("/proc/thread-self/schedstat", "latin1").split(" ", 1);
  return Number(workedNs) / 1e6;
}

export class LoopWatch {
  readonly #delays = monitorEventLoopDelay({ resolution: 1 });
  #lastMs = threadMs();
  #workedMs: number | null = null;

  start(): void {
    this.#delays.enable();
    setInterval(() => this.#sample(), sampleMs).unref();
    this.take();
  }

  /** The figures since the last call. */
  take(): Blocked {
    this.#sample();
    const taken = { blockedMs: this.#delays.max / 1e6, workedMs: this.#workedMs };
    this.#delays.reset();
    this.#workedMs = null;
    return taken;
  }

  #sample(): void {
    const nowMs = threadMs();
    if (nowMs === null || this.#lastMs === null) return;
    this.#workedMs = Math.max(this.#workedMs ?? 0, nowMs - this.#lastMs);
    this.#lastMs = nowMs;
  }
}
