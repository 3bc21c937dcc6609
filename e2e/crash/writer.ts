import type { Expense } from "./api.ts";
import type { Entry, Ledger } from "./ledger.ts";
import type { Random } from "./random.ts";
import { randomFields } from "./random-expense.ts";
import { edited, removed, restored, type Version } from "./version.ts";
import type { Victim } from "./victim.ts";

/** Returns the answer; undefined if the server was killed first. */
async function answerOf<Answer>(victim: Victim, request: Promise<Answer>) {
  try {
    return await request;
  } catch (error) {
    // `fetch` throws this error for a broken connection.
    if (victim.isDoomed && error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Records expenses, and edits, removes and restores what it has recorded. */
export class Writer {
  readonly #name: string;
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #entries: Entry[] = [];
  /** The number of entries when it last began to write. */
  #olderEntries = 0;

  constructor(name: string, ledger: Ledger, random: Random) {
    this.#name = name;
    this.#ledger = ledger;
    this.#random = random;
  }

  /** Continues until the server is killed. @throws Error for a wrong answer */
  async write(victim: Victim): Promise<void> {
    this.#olderEntries = this.#entries.length;
    while (!victim.isDoomed) {
      // Usually picks an existing expense: journals grow by changes, and the more records there are, the
      // longer they get.
      const entry = this.#entries[this.#random.below(this.#entries.length * 1.5)];
      if (entry?.known) await this.#change(victim, entry, entry.known);
      else await this.#recordNext(victim);
    }
  }

  /**
   * Repeats its last create, as clients do that don't know the outcome.
   * @throws Error unless the expense is reported as new exactly if it had not been stored
   */
  async sendAgain(victim: Victim): Promise<void> {
    for (const entry of this.#entries.slice(this.#olderEntries)) {
      const isLost = entry.known === undefined;
      const isNew = await this.#record(victim, entry);
      if (isNew !== isLost) {
        throw new Error(`${entry.sent.external_id}, sent again, is new: ${isNew}, not ${isLost}`);
      }
    }
  }

  async #recordNext(victim: Victim): Promise<void> {
    const external_id = `${this.#name}-${this.#entries.length}`;
    const entry = this.#ledger.open({ ...randomFields(this.#random), external_id });
    this.#entries.push(entry);
    const times = this.#random.pick([1, 1, 1, 2]);
    const sent = Array.from({ length: times }, () => this.#record(victim, entry));
    const areNew = await Promise.all(sent);
    if (!areNew.includes(undefined) && areNew.filter(Boolean).length !== 1) {
      throw new Error(`${external_id}, sent ${times} times at once, is new: ${areNew.join(", ")}`);
    }
  }

  /** Returns whether the expense is new; undefined if the server was killed before it could answer. */
  async #record(victim: Victim, entry: Entry): Promise<boolean | undefined> {
    const answer = await answerOf(victim, victim.api.record(entry.sent));
    if (answer) this.#ledger.acknowledge(entry, answer.expense);
    return answer?.isNew;
  }

  async #change(victim: Victim, entry: Entry, known: Version): Promise<void> {
    const { api } = victim;
    const { id = 0 } = known.values;
    if (known.isRemoved) {
      entry.underWay = restored(known);
      await this.#acknowledge(victim, entry, api.restore(id));
    } else if (this.#random.below(4) === 0) {
      entry.underWay = removed(known);
      if (await answerOf(victim, api.remove(id))) this.#ledger.acknowledgeRemoval(entry);
    } else {
      const fields = randomFields(this.#random);
      const changes = this.#random.below(2) === 0 ? fields : { amount: fields.amount };
      entry.underWay = edited(known, changes);
      await this.#acknowledge(victim, entry, api.edit(id, changes));
    }
  }

  async #acknowledge(victim: Victim, entry: Entry, request: Promise<Expense>): Promise<void> {
    const answer = await answerOf(victim, request);
    if (answer) this.#ledger.acknowledge(entry, answer);
  }
}
