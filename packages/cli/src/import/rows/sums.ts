/** What rows add up to, which tells a total from a merchant that is called one. */
import type { Flow } from "./flow.ts";

export class Sums {
  // Of all rows, and of those since the last total.
  readonly #all = { out: 0, in: 0 };
  readonly #part = { out: 0, in: 0 };

  add({ cents, direction }: Flow): void {
    if (direction === "neutral") return;
    this.#all[direction] += cents;
    this.#part[direction] += cents;
  }

  /** Whether an amount is what came before it, added up; then what follows is added up anew. */
  takeTotal(cents: number): boolean {
    const sums = [this.#all, this.#part].flatMap((sum) => [
      sum.out,
      sum.in,
      Math.abs(sum.in - sum.out),
    ]);
    if (cents === 0 || !sums.includes(cents)) return false;
    this.#part.out = 0;
    this.#part.in = 0;
    return true;
  }
}
