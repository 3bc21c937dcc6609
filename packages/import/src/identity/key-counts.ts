const charactersInWord = 5;
const wordsInKey = 3;
const leastKeyLength = charactersInWord * wordsInKey;
const firstCapacity = 1024;

/** The value of each base64url character. */
const values = new Uint8Array(128);
Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_").forEach(
  (character, value) => {
    values[character.charCodeAt(0)] = value;
  },
);

function wordAt(key: string, place: number): number {
  let word = 0;
  for (let at = place; at < place + charactersInWord; at += 1) {
    word = word * 64 + (values[key.charCodeAt(at)] ?? 0);
  }
  return word;
}

/**
 * Counts how often each of perhaps millions of keys occurs, in some thirty bytes per key, a fifth of what a Map
 * needs. Keys are compared by 90 of their bits: among a billion keys, the chance that any two collide is below
 * one in a billion.
 */
export class KeyCounts {
  #capacity = firstCapacity;
  #words = new Uint32Array(firstCapacity * wordsInKey);
  /** Zero marks an unused slot. */
  #counts = new Uint32Array(firstCapacity);
  #size = 0;

  /**
   * Counts a key, and returns how often it has occurred, including this time.
   * @param key a digest in base64url
   */
  meet(key: string, times = 1): number {
    if (key.length < leastKeyLength) throw new RangeError(`"${key}" is no digest.`);
    if (2 * this.#size >= this.#capacity) this.#grow();
    const words = [wordAt(key, 0), wordAt(key, 5), wordAt(key, 10)] as const;
    return this.#add(words, times);
  }

  #add(words: readonly [number, number, number], times: number): number {
    const [a, b, c] = words;
    let slot = a & (this.#capacity - 1);
    for (;;) {
      const at = slot * wordsInKey;
      const count = this.#counts[slot] ?? 0;
      if (count === 0) {
        this.#words[at] = a;
        this.#words[at + 1] = b;
        this.#words[at + 2] = c;
        this.#size += 1;
      }
      const isIt = this.#words[at] === a && this.#words[at + 1] === b && this.#words[at + 2] === c;
      if (isIt) {
        this.#counts[slot] = count + times;
        return count + times;
      }
      slot = (slot + 1) & (this.#capacity - 1);
    }
  }

  #grow(): void {
    const [words, counts] = [this.#words, this.#counts];
    this.#capacity *= 2;
    this.#words = new Uint32Array(this.#capacity * wordsInKey);
    this.#counts = new Uint32Array(this.#capacity);
    this.#size = 0;
    counts.forEach((count, slot) => {
      if (count === 0) return;
      const at = slot * wordsInKey;
      this.#add([words[at] ?? 0, words[at + 1] ?? 0, words[at + 2] ?? 0], count);
    });
  }
}
