import type { RecordKind, UserRecords } from "./user-records.ts";

interface Holders<Item> {
  version: number;
  byExternalId: ReadonlyMap<string | null, readonly Item[]>;
}

/**
 * Records by external ids that several of a user's may share. The index is made anew after each
 * change, because such records are few and change rarely.
 */
export class SharedIds<Item extends { id: number }> {
  readonly #kind: RecordKind<Item>;
  readonly #known = new WeakMap<UserRecords<Item>, Holders<Item>>();

  constructor(kind: RecordKind<Item>) {
    this.#kind = kind;
  }

  find(own: UserRecords<Item>, externalId: string | null): readonly Item[] {
    const known = this.#known.get(own);
    const current = known?.version === own.version ? known : this.#index(own);
    return current.byExternalId.get(externalId) ?? [];
  }

  #index(own: UserRecords<Item>): Holders<Item> {
    const byExternalId = new Map<string | null, Item[]>();
    for (const record of own.records) {
      const externalId = this.#kind.externalId(record);
      const holders = byExternalId.get(externalId);
      if (holders) holders.push(record);
      else byExternalId.set(externalId, [record]);
    }
    const holders = { version: own.version, byExternalId };
    this.#known.set(own, holders);
    return holders;
  }
}
