/**
 * Finds rows that equal rows of earlier imports but have other ids, as when a file was imported for another
 * account or for none. Two accounts may also share a few equal rows, so that a few prove nothing.
 */
import { numberToText } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import { isOfRow } from "../identity/identify.ts";
import { type PlannedExpense, type PlanRow } from "./plan.ts";

interface Said {
  date: string;
  amount: string;
  description: string;
}

interface StoredExpense extends Omit<Said, "amount"> {
  /** The amount as the API sends it. */
  amount: number;
  external_id: string | null;
}

const saidBy = ({ date, amount, description }: Said): string =>
  `${date} ${amount} ${bareWords(description)}`;

const idsOf = ({ external_id, known_as = [] }: PlannedExpense) => [external_id, ...known_as];

/** Enough rows to judge a file by, however long it is. */
const maxRemembered = 10_000;

const fewestAlike = 3;

export class AlikeRows {
  readonly #isStored: (externalId: string) => boolean;
  readonly #ids = new Set<string>();
  /** The number of new rows with each text that haven't been matched to a stored expense yet. */
  readonly #wanted = new Map<string, number>();
  readonly #newByDay = new Map<string, number>();
  readonly #alikeDays: string[] = [];
  #newCount = 0;

  constructor(isStored: (externalId: string) => boolean) {
    this.#isStored = isStored;
  }

  /** Adds a row of the plan. Returns false if no more rows can be remembered. */
  addNew(row: PlanRow): boolean {
    if (row.kind !== "expense" || idsOf(row.expense).some(this.#isStored)) return true;
    if (this.#newCount === maxRemembered) return false;
    const said = saidBy(row.expense);
    const { date } = row.expense;
    this.#wanted.set(said, (this.#wanted.get(said) ?? 0) + 1);
    this.#newByDay.set(date, (this.#newByDay.get(date) ?? 0) + 1);
    this.#newCount += 1;
    return true;
  }

  /**
   * Notes a row's ids in a second pass over the plan: an expense that is stored under them is the same row, not
   * an equal one.
   */
  addIds(row: PlanRow): void {
    if (row.kind !== "expense" || !this.#wanted.has(saidBy(row.expense))) return;
    for (const id of idsOf(row.expense)) this.#ids.add(id);
  }

  /** The first and last day of the new rows; undefined if there are none. */
  get days(): { from: string; to: string } | undefined {
    const days = [...this.#newByDay.keys()].toSorted();
    const [from, to] = [days[0], days.at(-1)];
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** Notes a stored expense. Returns whether a new row equals it. */
  meet(expense: StoredExpense): boolean {
    const { external_id } = expense;
    if (external_id === null || !isOfRow(external_id) || this.#ids.has(external_id)) return false;
    const said = saidBy({ ...expense, amount: numberToText(expense.amount) });
    const wanted = this.#wanted.get(said) ?? 0;
    if (wanted === 0) return false;
    this.#wanted.set(said, wanted - 1);
    this.#alikeDays.push(expense.date);
    return true;
  }

  /**
   * Returns how many of the new rows seem to be stored already; undefined if there are so few that they may
   * belong to two accounts. Files overlap, so only the period that both cover counts.
   */
  judge(): { alike: number; of: number } | undefined {
    const days = this.#alikeDays.toSorted();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    let between = 0;
    for (const [day, count] of this.#newByDay) if (day >= first && day <= last) between += count;
    const isMost = days.length >= fewestAlike && 2 * days.length >= between;
    if (!isMost && days.length < this.#newCount) return undefined;
    return { alike: days.length, of: this.#newCount };
  }
}
