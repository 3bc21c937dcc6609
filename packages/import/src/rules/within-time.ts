import { type Context, createContext, Script } from "node:vm";

/**
 * Something that is broken off when it takes too long, as a regular expression may that has too many ways to match:
 * nothing else in the process could do that, since none of it runs meanwhile.
 */
export class WithinTime {
  readonly #limitMs: number;
  readonly #script = new Script("look()");
  readonly #context: Context = createContext({});

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** What `look` gives; undefined where it was broken off. */
  run<Result>(look: () => Result): Result | undefined {
    let result: Result | undefined;
    this.#context["look"] = () => (result = look());
    try {
      this.#script.runInContext(this.#context, { timeout: this.#limitMs });
    } catch (error) {
      // It is an error of the other context's, which none of the classes here is that of.
      if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      return undefined;
    }
    return result;
  }
}
