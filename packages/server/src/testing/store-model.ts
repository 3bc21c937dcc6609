/** The store's promises in their plainest form: lists in memory, looked through from end to end. */
import {
  type BudgetFields,
  type ExpenseFields,
  type Kept,
  trashDays,
  type UserRecord,
} from "../store/store.ts";

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** What a call gives, or the name of the error that refuses it. */
export type Outcome = { refused: string } | { result: unknown };

class ModelCollection<Fields> {
  nextId = 1;
  records: Kept<Fields>[] = [];
  readonly #model: StoreModel;
  readonly #externalId: (fields: Fields) => string | null;

  constructor(model: StoreModel, externalId: (fields: Fields) => string | null) {
    this.#model = model;
    this.#externalId = externalId;
  }

  #kept(userId: number): Kept<Fields>[] {
    const oldest = new Date(this.#model.now - trashMs).toISOString();
    return this.records.filter(
      (record) =>
        record.userId === userId && (record.deletedAt === null || record.deletedAt >= oldest),
    );
  }

  #holder(userId: number, fields: Fields): Kept<Fields> | undefined {
    const externalId = this.#externalId(fields);
    if (externalId === null) return undefined;
    // Of those that had it, the last; those before it are gone.
    return this.#kept(userId).findLast((record) => this.#externalId(record) === externalId);
  }

  #replace(before: Kept<Fields>, after: Kept<Fields>): Kept<Fields> {
    this.records = this.records.map((record) => (record === before ? after : record));
    return after;
  }

  list(userId: number): Kept<Fields>[] {
    return this.#kept(userId).filter(({ deletedAt }) => deletedAt === null);
  }

  listRemoved(userId: number): Kept<Fields>[] {
    return this.#kept(userId).filter(({ deletedAt }) => deletedAt !== null);
  }

  find(userId: number, id: number): Kept<Fields> | undefined {
    return this.list(userId).find((record) => record.id === id);
  }

  create(userId: number, fields: Fields): Outcome {
    if (!this.#model.users.some(({ id }) => id === userId)) return { refused: "UserGone" };
    const existing = this.#holder(userId, fields);
    if (existing) return { result: { record: existing, isNew: false } };
    const now = this.#model.instant;
    const keys = { id: this.nextId, userId, createdAt: now, updatedAt: now, deletedAt: null };
    const record = { ...fields, ...keys };
    this.records.push(record);
    this.nextId += 1;
    return { result: { record, isNew: true } };
  }

  update(userId: number, id: number, changes: Partial<Fields>): Outcome {
    const current = this.find(userId, id);
    if (!current) return { result: undefined };
    const record = { ...current, ...changes, updatedAt: this.#model.instant };
    const holder = this.#holder(userId, record);
    if (holder && holder.id !== id) return { refused: "ExternalIdTaken" };
    return { result: this.#replace(current, record) };
  }

  remove(userId: number, id: number): Outcome {
    const current = this.find(userId, id);
    if (current) this.#replace(current, { ...current, deletedAt: this.#model.instant });
    return { result: current !== undefined };
  }

  restore(userId: number, id: number): Outcome {
    const removed = this.listRemoved(userId).find((record) => record.id === id);
    if (!removed) return { result: undefined };
    return { result: this.#replace(removed, { ...removed, deletedAt: null }) };
  }

  removeUser(userId: number): void {
    this.records = this.records.filter((record) => record.userId !== userId);
  }
}

/** All a store has to be, without a disk. */
export class StoreModel {
  now = Date.UTC(2026, 10, 22);
  users: UserRecord[] = [];
  #nextUserId = 1;
  readonly revoked = new Set<string>();
  expenses = new ModelCollection<ExpenseFields>(this, ({ externalId }) => externalId);
  budgets = new ModelCollection<BudgetFields>(this, () => null);

  get instant(): string {
    return new Date(this.now).toISOString();
  }

  createUser(username: string, passwordHash: string): Outcome {
    if (this.users.some((user) => user.username === username)) return { refused: "UsernameTaken" };
    const id = this.#nextUserId;
    this.#nextUserId += 1;
    const user = { id, username, passwordHash, passwordVersion: 1, createdAt: this.instant };
    this.users.push(user);
    return { result: user };
  }

  changePassword(id: number, passwordHash: string): Outcome {
    const isThere = this.users.some((user) => user.id === id);
    this.users = this.users.map((user) =>
      user.id === id ? { ...user, passwordHash, passwordVersion: user.passwordVersion + 1 } : user,
    );
    return { result: isThere };
  }

  removeUser(id: number): Outcome {
    const isThere = this.users.some((user) => user.id === id);
    this.users = this.users.filter((user) => user.id !== id);
    this.expenses.removeUser(id);
    this.budgets.removeUser(id);
    return { result: isThere };
  }

  revoke(token: string): Outcome {
    this.revoked.add(token);
    return { result: undefined };
  }
}
