import { setImmediate } from "node:timers/promises";

const turnMs = 4;

/** Lets other work have its turn during a long task. */
export class Pace {
  #begun = performance.now();

  get isPauseDue(): boolean {
    return performance.now() - this.#begun > turnMs;
  }

  async pause(): Promise<void> {
    await setImmediate();
    this.#begun = performance.now();
  }
}
