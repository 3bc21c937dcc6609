const shardCount = 64;

/** The shard of a text, by two of its characters: the last ones of a UUID are as good as random. */
function shardOf(text: string): number {
  const last = text.length - 1;
  return (31 * text.charCodeAt(last) + text.charCodeAt(last - 1)) & (shardCount - 1);
}

/**
 * Records by their external ids. They are spread over many maps, because a single one of half a
 * million entries takes some 50 ms to grow, during which no request is answered.
 */
export class ExternalIds<Item> {
  readonly #shards: (Map<string, Item> | undefined)[] = Array.from({ length: shardCount });

  get(externalId: string): Item | undefined {
    return this.#shards[shardOf(externalId)]?.get(externalId);
  }

  set(externalId: string, item: Item): void {
    const shard = shardOf(externalId);
    (this.#shards[shard] ??= new Map()).set(externalId, item);
  }

  /** Deletes an id only if it still belongs to this item: it may have passed to another since. */
  delete(externalId: string, item: Item): void {
    const shard = this.#shards[shardOf(externalId)];
    if (shard?.get(externalId) === item) shard.delete(externalId);
  }
}
