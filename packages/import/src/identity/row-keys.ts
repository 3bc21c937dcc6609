/**
 * What a row is known by: digests of whose it is, what was paid and what is said of it. The first of a
 * row's keys is what it is called; by the others it may have been recorded before, by an earlier version
 * or from another export of the same bank.
 */
import { hash } from "node:crypto";
import { maxKnownAs } from "@outlay/shared";
import { bareWords } from "../cells/plain-text.ts";
import type { Booking } from "../rows/row.ts";
import { misreadingsFrom } from "./misreadings.ts";

// Short numbers count rows; another export of the same rows numbers them anew.
const isLong = (bankId: string): boolean =>
  bankId.length >= 6 || (bankId.length >= 4 && /\p{L}/u.test(bankId));

/** A running number is short, however many zeros it is filled up with. */
const isLasting = (bankId: string): boolean =>
  isLong(/^\d+$/.test(bankId) ? bankId.replace(/^0+/, "") : bankId);

const ascii = /^[\x20-\x7E]*$/;
const fewestLetters = 3;

/**
 * The letters and digits that a text has in whichever of the old encodings it is read, but for case.
 * Without blanks, since in some encodings one of them is a letter in others.
 */
const plainLetters = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[^A-Za-z0-9]+/g, "")
    .toLowerCase();

/** Nothing for a text that has hardly any. */
function saidByLetters(text: string): (readonly ["ascii", string])[] {
  const letters = plainLetters(text);
  return letters.length < fewestLetters ? [] : [["ascii", letters]];
}

const digestCharacters = 32;

const keyOf = (facts: readonly unknown[]): string =>
  hash("sha256", JSON.stringify(facts), "base64url").slice(0, digestCharacters);

const maxRemembered = 10_000;

/** `bareWords` of long lists of texts, whose words come again and take long where they aren't in ASCII. */
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

  /** @param guessed the file's encoding, where nothing but its letters told which it is */
  constructor(guessed: string | undefined) {
    this.#misread = guessed === undefined ? undefined : misreadingsFrom(guessed);
  }

  /** The keys of a row. @param account whose it is, in bare words */
  of(booking: Booking, account: string): string[] {
    const { day, amountCents, currencies, bankId, isTransactionId, text } = booking;
    // Most rows have no id and a text in ASCII, which gives them one key; and files are long.
    if (bankId === "" && ascii.test(text)) {
      return [keyOf([account, day, amountCents, currencies, "text", bareWords(text)])];
    }
    const facts = [account, day, amountCents, currencies];
    const byDayAndId = isLong(bankId) ? [keyOf([...facts, "id", bankId])] : [];
    if (isLasting(bankId)) {
      // The day of a booking comes later than that of the purchase, which its id outlives.
      const byId = isTransactionId ? [keyOf([account, amountCents, currencies, "id", bankId])] : [];
      return [...byId, ...byDayAndId];
    }
    const [own = "", ...others] = this.#saidIn(text).map((said) => keyOf([...facts, ...said]));
    return [own, ...byDayAndId, ...others].slice(0, 1 + maxKnownAs);
  }

  /** What is said of a row, in all ways in which it may have counted. */
  #saidIn(text: string): (readonly ["text" | "ascii", string])[] {
    const own = ["text", bareWords(text)] as const;
    if (ascii.test(text)) return [own];
    const byLetters = saidByLetters(text);
    if (!this.#misread) return [own, ...byLetters];
    const others = this.#misread(text);
    const misread = new Set(others.map((each) => this.#bareWords.of(each)));
    misread.delete(own[1]);
    // Where characters have two bytes, the second may be an ASCII letter in any encoding of one.
    const [likeliest = text] = others;
    const more = saidByLetters(likeliest).filter(([, letters]) => letters !== byLetters[0]?.[1]);
    return [...byLetters, own, ...[...misread].map((each) => ["text", each] as const), ...more];
  }
}
