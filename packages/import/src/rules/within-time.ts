import { type Context, createContext, Script } from "node:vm";

/**
 * Interrupts a function that takes too long, such as a regular expression with too many ways to match. Nothing
 * else in the process could do so, because nothing else runs meanwhile.
 */
export class WithinTime {
  readonly #limitMs: number;
  readonly #script = new Script("look()");
  readonly #context: Context = createContext({});

  constructor(limitMs: number) {
    this.#limitMs = limitMs;
  }

  /** Returns the result of `look`; undefined if it was interrupted. */
  run<Result>(look: () => Result): Result | undefined {
    let result: Result | undefined;
    this.#context["look"] = () => (result = look());
    try {
      this.#script.runInContext(this.#context, { timeout: this.#limitMs });
    } catch (error) {
      // The error comes from another context, so it isn't an instance of this context's classes.
      if ((error as { code?: unknown }).code !== "ERR_SCRIPT_EXECUTION_TIMEOUT") throw error;
      return undefined;
    }
    return result;
  }
}
