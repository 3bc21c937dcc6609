import type { Expense, NewExpense } from "./api.ts";
import { created, isVersion, type Version, versionOf } from "./version.ts";

/** An expense that was sent, whatever its outcome. Only one change at a time is made to it. */
export interface Entry {
  readonly sent: NewExpense;
  /** The last state that was acknowledged or found after a crash; undefined before either. */
  known: Version | undefined;
  /** The state that the request under way would lead to. */
  underWay: Version | undefined;
}

const text = (value: unknown) => JSON.stringify(value);

/** Everything that the servers of a data folder have acknowledged, to check the next one against it. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** The owner of each id, which never changes. */
  readonly #owners = new Map<number, string>();

  /** Notes an expense that is about to be sent. */
  open(sent: NewExpense): Entry {
    const entry = { sent, known: undefined, underWay: created(sent) };
    this.#entries.set(sent.external_id, entry);
    return entry;
  }

  /** @throws Error if the answer doesn't match the request */
  acknowledge(entry: Entry, answer: Expense): void {
    const fault = this.#faultOf(entry, answer, [
      entry.underWay ?? entry.known ?? created(entry.sent),
    ]);
    if (fault !== undefined) throw new Error(`The answer ${fault}`);
    this.#settle(entry, answer);
  }

  /** Notes a change whose answer has no body. */
  acknowledgeRemoval(entry: Entry): void {
    entry.known = entry.underWay;
    entry.underWay = undefined;
  }

  /**
   * Returns the contradictions between the stored expenses and the answers given before a crash. Changes
   * under way at the crash are settled by the result, which must not change from then on.
   */
  faultsIn(stored: readonly Expense[]): string[] {
    const found = new Set<Entry>();
    const faults: string[] = [];
    for (const expense of stored) {
      const entry = this.#entries.get(expense.external_id ?? "");
      if (!entry) {
        faults.push(`${text(expense)} was never sent`);
        continue;
      }
      const fault = found.has(entry)
        ? `${text(expense)} is stored twice`
        : this.#faultOf(entry, expense, [entry.known, entry.underWay]);
      if (fault !== undefined) faults.push(fault);
      found.add(entry);
      this.#settle(entry, expense);
    }
    for (const entry of this.#entries.values()) {
      if (found.has(entry)) continue;
      if (entry.known) faults.push(`${text(entry.known)} is lost`);
      entry.underWay = undefined;
    }
    return faults;
  }

  #faultOf(
    { sent }: Entry,
    expense: Expense,
    versions: readonly (Version | undefined)[],
  ): string | undefined {
    const owner = this.#owners.get(expense.id) ?? sent.external_id;
    if (owner !== sent.external_id) return `${text(expense)} has the id of ${owner}`;
    if (versions.some((version) => version && isVersion(expense, version))) return undefined;
    return `${text(expense)} is none of ${text(versions)}`;
  }

  #settle(entry: Entry, expense: Expense): void {
    this.#owners.set(expense.id, entry.sent.external_id);
    entry.known = versionOf(expense);
    entry.underWay = undefined;
  }
}
