/**
 * What makes a row the same row wherever it is met again (contract 3, 5): the account, the day, the
 * amount and what is said of it, or the bank's own id, and its number among rows that are alike in all
 * that. All of it is taken from the file; no rule and no option but the account's name has a say.
 */
import { hash } from "node:crypto";
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";

// Short numbers count rows; another export of the same rows numbers them anew.
const isLasting = (bankId: string): boolean =>
  bankId.length >= 6 || (bankId.length >= 4 && /\p{L}/u.test(bankId));

const digestCharacters = 32;

function keyOf(booking: Booking, account: string): string {
  const { day, amountCents, currency, bankId, text } = booking;
  const said = isLasting(bankId) ? ["id", bankId] : ["text", bareWords(text)];
  const facts = [account, day, amountCents, currency, ...said];
  return hash("sha256", JSON.stringify(facts), "base64url").slice(0, digestCharacters);
}

/** Gives rows, one after the other, their external ids. */
export class Identifier {
  readonly #account: string | undefined;
  readonly #met = new Map<string, number>();

  /** @param account whose account the file is; undefined to take it from the file, where it says so */
  constructor(account: string | undefined) {
    this.#account = account === undefined ? undefined : bareWords(account);
  }

  externalIdOf(booking: Booking): string {
    const key = keyOf(booking, this.#account ?? bareWords(booking.account));
    const number = (this.#met.get(key) ?? 0) + 1;
    this.#met.set(key, number);
    return number === 1 ? `row-${key}` : `row-${key}-${number}`;
  }
}
