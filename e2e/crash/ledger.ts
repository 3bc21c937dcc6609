import type { Expense, NewExpense } from "./api.ts";
import { created, isVersion, type Version, versionOf } from "./version.ts";

/** An expense that was sent, whatever became of it. One change at a time is made to it. */
export interface Entry {
  readonly sent: NewExpense;
  /** As it was last acknowledged, or found after a crash; undefined while it was neither. */
  known: Version | undefined;
  /** What the request under way makes of it. */
  underWay: Version | undefined;
}

const text = (value: unknown) => JSON.stringify(value);

/** What the servers of a data folder have acknowledged, to hold the next one to it. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();
  /** Whose each id is, for good. */
  readonly #owners = new Map<number, string>();

  /** An expense that is about to be sent. */
  open(sent: NewExpense): Entry {
    const entry = { sent, known: undefined, underWay: created(sent) };
    this.#entries.set(sent.external_id, entry);
    return entry;
  }

  /** @throws Error for an answer that isn't what was asked for */
  acknowledge(entry: Entry, answer: Expense): void {
    const fault = this.#faultOf(entry, answer, [
      entry.underWay ?? entry.known ?? created(entry.sent),
    ]);
    if (fault !== undefined) throw new Error(`The answer ${fault}`);
    this.#settle(entry, answer);
  }

  /** It is answered without a word. */
  acknowledgeRemoval(entry: Entry): void {
    entry.known = entry.underWay;
    entry.underWay = undefined;
  }

  /**
   * What in the stored expenses contradicts the answers given before a crash. What was under way then is
   * settled by what is found: from now on it must stay so.
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
