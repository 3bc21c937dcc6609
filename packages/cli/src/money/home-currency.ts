import { homeCurrencyHeader } from "@outlay/shared";
import type { SendAuthorized } from "../api/session.ts";
import { type ApiAnswer, headerOf } from "../backend/backend.ts";
import { type Money, moneyIn } from "../terminal/amounts.ts";

/** The currency of a user's amounts, as far as answers of the server and the settings say. */
export class HomeCurrency {
  readonly #shownIn: string | undefined;
  #code: string | undefined;
  #hasAnswered = false;

  /** @param shownIn the setting, which counts for a user without a home currency */
  constructor(shownIn: string | undefined) {
    this.#shownIn = shownIn;
  }

  /** The home currency; undefined while it is unset, before the first answer, and with servers of earlier versions. */
  get code(): string | undefined {
    return this.#code;
  }

  set code(code: string | undefined) {
    this.#code = code;
  }

  /** Whether the server has answered, so that the home currency is known as far as it can be. */
  get hasAnswered(): boolean {
    return this.#hasAnswered;
  }

  /** The currency that amounts are shown in. */
  get shown(): string | undefined {
    return this.#code ?? this.#shownIn;
  }

  /** The setting of this machine. */
  get shownIn(): string | undefined {
    return this.#shownIn;
  }

  /** Returns a function that sends requests and notes the home currency that their answers name. */
  noting(send: SendAuthorized): SendAuthorized {
    return async (request) => {
      const answer = await send(request);
      this.#note(answer);
      return answer;
    };
  }

  #note(answer: ApiAnswer): void {
    if (answer.status >= 500) return;
    this.#hasAnswered = true;
    this.#code = headerOf(answer, homeCurrencyHeader) ?? this.#code;
  }

  /** Formats amounts in the currency that is known when they are written. */
  get money(): Money {
    let last: { shown: string | undefined; money: Money } | undefined;
    const money = () => {
      if (!last || last.shown !== this.shown)
        last = { shown: this.shown, money: moneyIn(this.shown) };
      return last.money;
    };
    return {
      ofCents: (cents) => money().ofCents(cents),
      ofWire: (amount) => money().ofWire(amount),
    };
  }
}
