/**
 * Identifies a row wherever it appears again: by its account, day, amount and words, or by the
 * bank's own id, and by its number among rows that are equal in all of these. Everything comes from the row
 * itself and from the file's column names. Rules have no influence, and of the options only those that name the
 * account or the column of the bank's ids.
 */
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";
import { KeyCounts } from "./key-counts.ts";
import { RowKeys } from "./row-keys.ts";

const externalId = /^row-([\w-]{32})(?:-(\d+))?$/;

/** Whether an expense came from a row of a file, rather than being entered by hand. */
export const isOfRow = (id: string | null): boolean => id !== null && externalId.test(id);

/** Counts the rows of each key among some expenses. */
export function countKeys(externalIds: Iterable<string | null>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of externalIds) {
    const [, key, number = "1"] = externalId.exec(id ?? "") ?? [];
    if (key !== undefined) counts.set(key, Math.max(counts.get(key) ?? 0, Number(number)));
  }
  return counts;
}

export interface Accounts {
  /** The value of `--account`, which overrides the file. */
  given: string | undefined;
  /** The account to assume if neither the command line nor the row names one. */
  otherwise: string | undefined;
}

export interface Identity {
  externalId: string;
  /** Other external ids under which the same row may already be recorded. */
  knownAs: readonly string[];
}

const numbered = (key: string, number: number): string =>
  number === 1 ? `row-${key}` : `row-${key}-${number}`;

const none: readonly string[] = [];

/** Identifies rows one after the other. */
export class Identifier {
  readonly #given: string | undefined;
  readonly #otherwise: string;
  readonly #before: ReadonlyMap<string, number>;
  readonly #met = new KeyCounts();
  readonly #keys: RowKeys;

  /**
   * @param before the number of earlier rows with each key, in the file that these rows come from
   * @param guessed the encoding, if it could only be guessed from letters
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
    // A mended reject gets the kind of id that its original import gave to equal rows.
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
