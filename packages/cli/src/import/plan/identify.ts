/**
 * What makes a row the same row wherever it is met again (contract 3, 5): the account, the day, the
 * amount and what is said of it, or the bank's own id, and its number among rows that are alike in all
 * that. All of it is taken from the row itself and from what the file calls its columns. No rule has a
 * say, and of the options only those that say whose account it is and which column has the bank's id.
 */
import { hash } from "node:crypto";
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";
import { KeyCounts } from "./key-counts.ts";

// Short numbers count rows; another export of the same rows numbers them anew.
const isLasting = (bankId: string): boolean =>
  bankId.length >= 6 || (bankId.length >= 4 && /\p{L}/u.test(bankId));

const digestCharacters = 32;

function keyOf(booking: Booking, account: string): string {
  const { day, amountCents, currencies, bankId, text } = booking;
  const isById = isLasting(bankId);
  const said = isById ? bankId : bareWords(text);
  const facts = [account, day, amountCents, currencies, isById ? "id" : "text", said];
  return hash("sha256", JSON.stringify(facts), "base64url").slice(0, digestCharacters);
}

const externalId = /^row-([\w-]{32})(?:-(\d+))?$/;

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

/** Gives rows, one after the other, their external ids. */
export class Identifier {
  readonly #given: string | undefined;
  readonly #otherwise: string;
  readonly #met = new KeyCounts();

  /** @param met how many rows of each key were met before, in the file that these are a part of */
  constructor({ given, otherwise }: Accounts, met: ReadonlyMap<string, number>) {
    this.#given = given === undefined ? undefined : bareWords(given);
    this.#otherwise = bareWords(otherwise ?? "");
    for (const [key, times] of met) this.#met.meet(key, times);
  }

  externalIdOf(booking: Booking): string {
    const account = this.#given ?? (bareWords(booking.account) || this.#otherwise);
    const key = keyOf(booking, account);
    const number = this.#met.meet(key);
    return number === 1 ? `row-${key}` : `row-${key}-${number}`;
  }
}
