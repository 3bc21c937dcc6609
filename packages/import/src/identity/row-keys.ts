/**
 * The keys of a row: digests of its account, its amount and its words. A row's first key makes its external id;
 * under the others it may have been recorded before, by an earlier version or from another export of the same
 * bank.
 */
import { hash } from "node:crypto";
import { maxKnownAs } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";
import { misreadingsFrom } from "./misreadings.ts";

// Short numbers only count the rows of an export; the next export numbers the same rows differently.
const isLong = (bankId: string): boolean =>
  bankId.length >= 6 || (bankId.length >= 4 && /\p{L}/u.test(bankId));

/** Whether an id stays the same in later exports. Leading zeros don't make a running number long. */
const isLasting = (bankId: string): boolean =>
  isLong(/^\d+$/.test(bankId) ? bankId.replace(/^0+/, "") : bankId);

const ascii = /^[\x20-\x7E]*$/;
const fewestLetters = 3;

/**
 * Returns the letters and digits that stay the same whichever legacy encoding a text is decoded from, ignoring
 * case. Blanks are dropped, because the blanks of some encodings are letters in others.
 */
const plainLetters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^A-Za-z0-9]+/g, "")
    .toLowerCase();

/** Empty for a text with hardly any letters. */
function saidByLetters(text: string): (readonly ["ascii", string])[] {
  const letters = plainLetters(text);
  return letters.length < fewestLetters ? [] : [["ascii", letters]];
}

const digestCharacters = 32;

const keyOf = (facts: readonly unknown[]): string =>
  hash("sha256", JSON.stringify(facts), "base64url").slice(0, digestCharacters);

const maxRemembered = 10_000;

/** Applies `bareWords` to many texts. Words recur, and normalising those beyond ASCII is slow. */
class BareWords {
  readonly #known = new Map<string, string>();

  of(text: string): string {
    const words = text
      .split(" ")
      .map((word) => (ascii.test(word) ? bareWords(word) : this.#word(word)));
    return words.filter((word) => word !== "").join(" ");
  }

  #word(word: string): string {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    if (this.#known.size === maxRemembered) this.#known.clear();
    const bare = bareWords(word);
    this.#known.set(word, bare);
    return bare;
  }
}

export class RowKeys {
  readonly #misread: ((text: string) => string[]) | undefined;
  readonly #bareWords = new BareWords();

  /** @param guessed the file's encoding, if it could only be guessed from letters */
  constructor(guessed: string | undefined) {
    this.#misread = guessed === undefined ? undefined : misreadingsFrom(guessed);
  }

  /** Returns the keys of a row. @param account the account, as bare words */
  of(booking: Booking, account: string): string[] {
    const { day, amountCents, currencies, bankId, isTransactionId, text } = booking;
    // A fast path for most rows: without an id and with text in ASCII, a row has exactly one key.
    if (bankId === "" && ascii.test(text)) {
      return [keyOf([account, day, amountCents, currencies, "text", bareWords(text)])];
    }
    const facts = [account, day, amountCents, currencies];
    const byDayAndId = isLong(bankId) ? [keyOf([...facts, "id", bankId])] : [];
    if (isLasting(bankId)) {
      // The booking day may differ from the day of purchase in another export, but the id stays the same.
      const byId = isTransactionId ? [keyOf([account, amountCents, currencies, "id", bankId])] : [];
      return [...byId, ...byDayAndId];
    }
    const [own = "", ...others] = this.#saidIn(text).map((said) => keyOf([...facts, ...said]));
    return [own, ...byDayAndId, ...others].slice(0, 1 + maxKnownAs);
  }

  /** Returns every form in which versions of Outlay have used a row's words. */
  #saidIn(text: string): (readonly ["text" | "ascii", string])[] {
    const own = ["text", bareWords(text)] as const;
    if (ascii.test(text)) return [own];
    const byLetters = saidByLetters(text);
    if (!this.#misread) return [own, ...byLetters];
    const others = this.#misread(text);
    const misread = new Set(others.map((each) => this.#bareWords.of(each)));
    misread.delete(own[1]);
    // In encodings of two bytes per character, the second may be an ASCII letter in any single-byte encoding.
    const [likeliest = text] = others;
    const more = saidByLetters(likeliest).filter(([, letters]) => letters !== byLetters[0]?.[1]);
    return [...byLetters, own, ...[...misread].map((each) => ["text", each] as const), ...more];
  }
}
