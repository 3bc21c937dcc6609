/** The user's categories, as words in a file stand for them. */
import { caseless, categoryKeyFor, maxCategoryNameCharacters } from "@outlay/shared";

export interface OwnCategories {
  /** Returns the key of the category whose key or name a word is. */
  whole: (word: string) => string | undefined;
  /** Returns the key of the only category that begins with a word. */
  begun: (word: string) => string | undefined;
  /** Whether a key belongs to another category. */
  isTaken: (key: string) => boolean;
}

export const noOwnCategories: OwnCategories = {
  whole: () => undefined,
  begun: () => undefined,
  isTaken: () => false,
};

export interface NewCategory {
  key: string;
  name: string;
}

/** Shorter words begin too many names. */
const leastBegun = 3;

/** Words with which apps say that an expense has no category. */
const noCategory =
  /^(?:uncategori[sz]ed|unassigned|unknown|none|other|n\/?a|-+|sonstiges|divers|autres?|otros?)$/i;

/** Finds the category that begins with a file's word. */
export const begunBy = ({ begun }: OwnCategories, word: string): string | undefined =>
  Array.from(word.trim()).length >= leastBegun ? begun(word) : undefined;

/** Makes categories of a file's words that stand for none. */
export class NewCategories {
  readonly #own: OwnCategories;
  readonly #byName = new Map<string, NewCategory>();
  readonly #keys = new Set<string>();

  constructor(own: OwnCategories) {
    this.#own = own;
  }

  /** Returns the same category for each spelling of a word; undefined for a word that says that there is none. */
  of(word: string): NewCategory | undefined {
    const name = Array.from(word.trim()).slice(0, maxCategoryNameCharacters).join("").trim();
    if (noCategory.test(name)) return undefined;
    const known = this.#byName.get(caseless(name));
    if (known) return known;
    const made = { key: this.#freeKey(categoryKeyFor(name) ?? "CATEGORY"), name };
    this.#byName.set(caseless(name), made);
    this.#keys.add(made.key);
    return made;
  }

  #freeKey(wanted: string): string {
    let key = wanted;
    for (let number = 2; this.#keys.has(key) || this.#own.isTaken(key); number += 1) {
      const end = `_${number}`;
      key = wanted.slice(0, 30 - end.length) + end;
    }
    return key;
  }
}
