/**
 * Changes that are decided but not yet on the disk: the next decision sees them, readers don't. If
 * they don't reach the disk, this is discarded and nothing has happened.
 */
import type { Stored } from "../../../domain/records.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { Change, RecordName } from "../journal/change.ts";
import { forEachKind, kindNames } from "../memory/record-kinds.ts";
import type { RecordLookup, RecordTable } from "../memory/record-table.ts";
import type { Lookup, State } from "../memory/state.ts";
import type { Lookups } from "../memory/tables.ts";

class PendingRecords<
  Fields,
  Item extends Fields & RecordName = Stored<Fields>,
> implements RecordLookup<Fields, Item> {
  nextId: number;
  readonly #table: RecordTable<Fields, Item>;
  /** By id; undefined for removed ones. */
  readonly #changed = new Map<number, Item | undefined>();
  readonly #byExternalId = new Map<string, Item>();
  /** Conditions of records that were removed without being named singly. */
  readonly #removals: ((record: Item) => boolean)[] = [];

  constructor(table: RecordTable<Fields, Item>) {
    this.#table = table;
    this.nextId = table.nextId;
  }

  find(userId: number, id: number): Item | undefined {
    if (!this.#changed.has(id)) return this.#unlessRemoved(this.#table.find(userId, id));
    const pending = this.#changed.get(id);
    return pending?.userId === userId ? this.#unlessRemoved(pending) : undefined;
  }

  findHolder(userId: number, fields: Fields): Item | undefined {
    const externalId = this.#table.kind.externalId(fields);
    if (externalId === null) return undefined;
    const pending = this.#unlessRemoved(this.#byExternalId.get(`${userId} ${externalId}`));
    // The record may have got another external id since.
    if (pending && this.#changed.get(pending.id) === pending) return pending;
    const stored = this.#table.findHolder(userId, fields);
    return stored && this.#changed.has(stored.id) ? undefined : this.#unlessRemoved(stored);
  }

  findHolders(userId: number, fields: Fields): readonly Item[] {
    const externalId = this.#table.kind.externalId(fields);
    const isHolder = (record: Item | undefined): record is Item =>
      record?.userId === userId && this.#table.kind.externalId(record) === externalId;
    const stored = this.#table.findHolders(userId, fields);
    return [
      ...stored.filter(({ id }) => !this.#changed.has(id)),
      ...[...this.#changed.values()].filter(isHolder),
    ].filter((record) => this.#unlessRemoved(record) !== undefined);
  }

  *list(userId: number): Generator<Item> {
    for (const record of this.#table.list(userId)) {
      if (!this.#changed.has(record.id) && this.#unlessRemoved(record)) yield record;
    }
    for (const record of this.#changed.values()) {
      if (record?.userId === userId && this.#unlessRemoved(record)) yield record;
    }
  }

  put(record: Item): void {
    this.#changed.set(record.id, record);
    const externalId = this.#table.kind.externalId(record);
    if (externalId !== null) this.#byExternalId.set(`${record.userId} ${externalId}`, record);
    this.nextId = Math.max(this.nextId, record.id + 1);
  }

  remove(id: number): void {
    this.#changed.set(id, undefined);
  }

  /** No record that satisfies the condition may be recorded afterwards. */
  removeAll(isRemoved: (record: Item) => boolean): void {
    this.#removals.push(isRemoved);
  }

  #unlessRemoved(record: Item | undefined): Item | undefined {
    if (record === undefined) return undefined;
    return this.#removals.some((isRemoved) => isRemoved(record)) ? undefined : record;
  }
}

/** Records of any kind, for work that is the same for all. */
interface AnyPending {
  put(record: RecordName): void;
  remove(id: number): void;
  removeAll(isRemoved: (record: RecordName) => boolean): void;
}

/** An object that looks through the records of each kind, and through those that are pending. */
const PendingTables = class {
  readonly all: readonly unknown[];

  constructor(state: State) {
    // The compiler can't know that the records of a kind go to its own table.
    const pending = forEachKind((name) => new PendingRecords(state[name] as never));
    Object.assign(this, pending);
    this.all = Object.values(pending);
  }
} as unknown as new (state: State) => {
  readonly [Name in keyof Lookups]: Lookups[Name] & AnyPending;
} & { readonly all: readonly AnyPending[] };

export class PendingState extends PendingTables implements Lookup {
  nextUserId: number;
  readonly #state: State;
  readonly #users = new Map<number, UserRecord | undefined>();
  readonly #revokedTokens = new Set<string>();

  constructor(state: State) {
    super(state);
    this.#state = state;
    this.nextUserId = state.nextUserId;
  }

  userById(id: number): UserRecord | undefined {
    return this.#users.has(id) ? this.#users.get(id) : this.#state.userById(id);
  }

  userByName(username: string): UserRecord | undefined {
    for (const user of this.#users.values()) if (user?.username === username) return user;
    const stored = this.#state.userByName(username);
    return stored && this.#users.has(stored.id) ? undefined : stored;
  }

  isRevoked(tokenId: string): boolean {
    return this.#revokedTokens.has(tokenId) || this.#state.isRevoked(tokenId);
  }

  add({ put = {}, remove = {} }: Change): void {
    for (const user of put.users ?? []) {
      this.#users.set(user.id, user);
      this.nextUserId = Math.max(this.nextUserId, user.id + 1);
    }
    for (const { id } of put.revokedTokens ?? []) this.#revokedTokens.add(id);
    for (const name of kindNames) {
      const records: AnyPending = this[name];
      for (const record of put[name] ?? []) records.put(record);
      for (const { id } of remove[name] ?? []) records.remove(id);
    }
    for (const batch of remove.imports ?? []) {
      const isOfBatch = (record: RecordName & { importId?: number | undefined }) =>
        record.importId === batch.id;
      this.expenses.removeAll(isOfBatch);
      this.removedRows.removeAll(isOfBatch);
    }
    for (const id of remove.users ?? []) {
      this.#users.set(id, undefined);
      for (const records of this.all) records.removeAll(({ userId }) => userId === id);
    }
  }
}
