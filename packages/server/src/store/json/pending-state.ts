/**
 * Changes that are decided but not yet on the disk: whoever decides the next one sees them, whoever
 * reads doesn't. If they don't get there, this is thrown away and nothing has happened.
 */
import type { BudgetFields, ExpenseFields, Kept, UserRecord } from "../store.ts";
import type { Change } from "./change.ts";
import type { RecordLookup, RecordTable } from "./record-table.ts";
import type { Lookup, State } from "./state.ts";

class PendingRecords<Fields> implements RecordLookup<Fields> {
  nextId: number;
  readonly #table: RecordTable<Fields>;
  /** By id; undefined for those that are removed. */
  readonly #changed = new Map<number, Kept<Fields> | undefined>();
  readonly #byExternalId = new Map<string, Kept<Fields>>();
  readonly #removedUsers = new Set<number>();

  constructor(table: RecordTable<Fields>) {
    this.#table = table;
    this.nextId = table.nextId;
  }

  find(userId: number, id: number): Kept<Fields> | undefined {
    if (this.#removedUsers.has(userId)) return undefined;
    if (!this.#changed.has(id)) return this.#table.find(userId, id);
    const pending = this.#changed.get(id);
    return pending?.userId === userId ? pending : undefined;
  }

  findHolder(userId: number, fields: Fields): Kept<Fields> | undefined {
    if (this.#removedUsers.has(userId)) return undefined;
    const externalId = this.#table.kind.externalId(fields);
    const pending = this.#byExternalId.get(`${userId} ${externalId}`);
    // It may have got another external id since.
    if (pending && this.#changed.get(pending.id) === pending) return pending;
    const stored = this.#table.findHolder(userId, fields);
    return stored && this.#changed.has(stored.id) ? undefined : stored;
  }

  put(record: Kept<Fields>): void {
    this.#changed.set(record.id, record);
    const externalId = this.#table.kind.externalId(record);
    if (externalId !== null) this.#byExternalId.set(`${record.userId} ${externalId}`, record);
    this.nextId = Math.max(this.nextId, record.id + 1);
  }

  remove(id: number): void {
    this.#changed.set(id, undefined);
  }

  removeUser(userId: number): void {
    this.#removedUsers.add(userId);
  }
}

export class PendingState implements Lookup {
  nextUserId: number;
  readonly expenses: PendingRecords<ExpenseFields>;
  readonly budgets: PendingRecords<BudgetFields>;
  readonly #state: State;
  readonly #users = new Map<number, UserRecord | undefined>();
  readonly #revokedTokens = new Set<string>();

  constructor(state: State) {
    this.#state = state;
    this.nextUserId = state.nextUserId;
    this.expenses = new PendingRecords(state.expenses);
    this.budgets = new PendingRecords(state.budgets);
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
    for (const { id } of put.revokedTokens ?? []) this.#revokedTokens.add(id);
    for (const { id } of remove.expenses ?? []) this.expenses.remove(id);
    for (const id of remove.users ?? []) {
      this.#users.set(id, undefined);
      this.expenses.removeUser(id);
      this.budgets.removeUser(id);
    }
  }
}
