/**
 * Rows that say the same as rows of earlier imports, and go by other ids: those of a file that was imported for
 * another account, or for none. Two accounts may have equal rows too, so a few of them tell nothing.
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
  /** The wire's number. */
  amount: number;
  external_id: string | null;
}

const saidBy = ({ date, amount, description }: Said): string =>
  `${date} ${amount} ${bareWords(description)}`;

const idsOf = ({ external_id, known_as = [] }: PlannedExpense) => [external_id, ...known_as];

/** Enough to judge a file by, however long it is. */
const maxRemembered = 10_000;

const fewestAlike = 3;

export class AlikeRows {
  readonly #isStored: (externalId: string) => boolean;
  readonly #ids = new Set<string>();
  /** How many new rows say the same, of which none like it has been found yet. */
  readonly #wanted = new Map<string, number>();
  readonly #newByDay = new Map<string, number>();
  readonly #alikeDays: string[] = [];
  #newCount = 0;

  constructor(isStored: (externalId: string) => boolean) {
    this.#isStored = isStored;
  }

  /** A row of the plan. False where it is one more than can be remembered. */
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

  /** A row of the plan once more: what is recorded under its own ids is no other row, though it says the same. */
  addIds(row: PlanRow): void {
    if (row.kind !== "expense" || !this.#wanted.has(saidBy(row.expense))) return;
    for (const id of idsOf(row.expense)) this.#ids.add(id);
  }

  /** The days of the new rows; undefined where there are none. */
  get days(): { from: string; to: string } | undefined {
    const days = [...this.#newByDay.keys()].toSorted();
    const [from, to] = [days[0], days.at(-1)];
    return from === undefined || to === undefined ? undefined : { from, to };
  }

  /** An expense that is there already. Whether a new row says the same. */
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
   * How many of how many new rows are there already as it seems; undefined where they are few enough to be those of
   * two accounts. Files overlap, so what counts is the time that both tell of.
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
