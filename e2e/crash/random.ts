/** Reproducible randomness: everything follows from a seed. */
export interface Random {
  /** A whole number from 0, below the limit. */
  below: (limit: number) => number;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
}

/** The Mulberry32 generator. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return Math.floor((((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, pick: (items) => items[below(items.length)] ?? items[0] };
}

/** A generator whose sequence doesn't depend on how often others are used. */
export const branch = (random: Random): Random => randomFrom(random.below(2 ** 32));
