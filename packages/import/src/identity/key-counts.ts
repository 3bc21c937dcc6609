const charactersInWord = 5;
const wordsInKey = 3;
const leastKeyLength = charactersInWord * wordsInKey;
const firstCapacity = 1024;

/** The value of each character of base64url. */
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
 * Counts how often each key was met, of perhaps millions: in some thirty bytes for each, a fifth of what
 * they take in a Map. Keys are told apart by 90 of their bits, which among a billion are the same for two
 * less probably than one in a billion.
 */
export class KeyCounts {
  #capacity = firstCapacity;
  #words = new Uint32Array(firstCapacity * wordsInKey);
  /** 0 where there is no key. */
  #counts = new Uint32Array(firstCapacity);
  #size = 0;

  /** How often the key has been met, this time included. @param key a digest in base64url */
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
