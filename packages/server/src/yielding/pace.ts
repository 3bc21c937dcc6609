import { setImmediate } from "node:timers/promises";

const turnMs = 4;

/** Lets others have their turn where something takes long. */
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
