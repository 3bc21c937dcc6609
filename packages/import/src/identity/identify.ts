/**
 * What makes a row the same row wherever it is met again (contract 3, 5): the account, the day, the
 * amount and what is said of it, or the bank's own id, and its number among rows that are alike in all
 * that. All of it is taken from the row itself and from what the file calls its columns. No rule has a
 * say, and of the options only those that say whose account it is and which column has the bank's id.
 */
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";
import { KeyCounts } from "./key-counts.ts";
import { RowKeys } from "./row-keys.ts";

const externalId = /^row-([\w-]{32})(?:-(\d+))?$/;

/** Whether an expense came in as a row of a file, rather than by hand. */
export const isOfRow = (id: string | null): boolean => id !== null && externalId.test(id);

/** How many rows of each key there are among some expenses. */
export function countKeys(externalIds: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of externalIds) {
    const [, key, number = "1"] = externalId.exec(id ?? "") ?? [];
    if (key !== undefined) counts.set(key, Math.max(counts.get(key) ?? 0, Number(number)));
  }
  return counts;
}

export interface Accounts {
  /** `--account`: whose account the file is, whatever it says itself. */
  given: string | undefined;
  /** Whose it is where neither the command line nor the row says it. */
  otherwise: string | undefined;
}

export interface Identity {
  externalId: string;
  /** The external ids that the same row may have been recorded under before. */
  knownAs: readonly string[];
}

const numbered = (key: string, number: number): string =>
  number === 1 ? `row-${key}` : `row-${key}-${number}`;

const none: readonly string[] = [];

/** Says of rows, one after the other, which they are. */
export class Identifier {
  readonly #given: string | undefined;
  readonly #otherwise: string;
  readonly #before: ReadonlyMap<string, number>;
  readonly #met = new KeyCounts();
  readonly #keys: RowKeys;

  /**
   * @param before how many rows of each key were met before, in the file that these are a part of
   * @param guessed the encoding, where nothing but the letters told which it is
   */
  constructor(
    { given, otherwise }: Accounts,
    before: ReadonlyMap<string, number>,
    guessed: string | undefined,
  ) {
    this.#given = given === undefined ? undefined : bareWords(given);
    this.#otherwise = bareWords(otherwise ?? "");
    this.#before = before;
    this.#keys = new RowKeys(guessed);
    for (const [key, times] of before) this.#met.meet(key, times);
  }

  identify(booking: Booking): Identity {
    const account = this.#given ?? (bareWords(booking.account) || this.#otherwise);
    const keys = this.#keys.of(booking, account);
    const [only] = keys;
    if (only !== undefined && keys.length === 1) {
      return { externalId: numbered(only, this.#met.meet(only)), knownAs: none };
    }
    // A mended reject is called as the import that it comes from has called the rows that are like it.
    const own = keys.find((key) => this.#before.has(key)) ?? keys[0] ?? "";
    const number = this.#met.meet(own);
    const least = this.#before.has(own) ? number : 1;
    const others = keys.filter((key) => key !== own);
    return {
      externalId: numbered(own, number),
      knownAs: others.map((key) => numbered(key, Math.max(least, this.#met.meet(key)))),
    };
  }
}
