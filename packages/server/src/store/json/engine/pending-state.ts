/**
 * Changes that are decided but not yet on the disk: the next decision sees them, readers don't. If
 * they don't reach the disk, this is discarded and nothing has happened.
 */
import type { ApiKeyFields, ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type { ImportFields, ImportRecord } from "../../../domain/import-batch.ts";
import type { Stored } from "../../../domain/records.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { Change, RecordName } from "../journal/change.ts";
import type { RecordLookup, RecordTable } from "../memory/record-table.ts";
import type { Lookup, State } from "../memory/state.ts";

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

export class PendingState implements Lookup {
  nextUserId: number;
  readonly expenses: PendingRecords<ExpenseFields>;
  readonly budgets: PendingRecords<BudgetFields>;
  readonly imports: PendingRecords<ImportFields, ImportRecord>;
  readonly apiKeys: PendingRecords<ApiKeyFields, ApiKeyRecord>;
  readonly #state: State;
  readonly #users = new Map<number, UserRecord | undefined>();
  readonly #revokedTokens = new Set<string>();

  constructor(state: State) {
    this.#state = state;
    this.nextUserId = state.nextUserId;
    this.expenses = new PendingRecords(state.expenses);
    this.budgets = new PendingRecords(state.budgets);
    this.imports = new PendingRecords(state.imports);
    this.apiKeys = new PendingRecords(state.apiKeys);
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
    for (const expense of put.expenses ?? []) this.expenses.put(expense);
    for (const budget of put.budgets ?? []) this.budgets.put(budget);
    for (const batch of put.imports ?? []) this.imports.put(batch);
    for (const key of put.apiKeys ?? []) this.apiKeys.put(key);
    for (const { id } of put.revokedTokens ?? []) this.#revokedTokens.add(id);
    for (const { id } of remove.expenses ?? []) this.expenses.remove(id);
    for (const batch of remove.imports ?? []) {
      this.imports.remove(batch.id);
      this.expenses.removeAll(({ importId }) => importId === batch.id);
    }
    for (const id of remove.users ?? []) {
      this.#users.set(id, undefined);
      const isTheirs = ({ userId }: RecordName) => userId === id;
      this.expenses.removeAll(isTheirs);
      this.budgets.removeAll(isTheirs);
      this.imports.removeAll(isTheirs);
      this.apiKeys.removeAll(isTheirs);
    }
  }
}
