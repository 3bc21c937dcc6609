/** The store's promises in their plainest form: lists in memory, looked through from end to end. */
import type { ApiKeyFields, ApiKeyRecord } from "../../domain/api-key.ts";
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type {
  CountedImport,
  ImportedFields,
  ImportFields,
  ImportRecord,
} from "../../domain/import-batch.ts";
import { type Stored, trashDays } from "../../domain/records.ts";
import type { UserRecord } from "../../domain/user.ts";
import { plainUser } from "./plain-marks.ts";

const trashMs = trashDays * 24 * 60 * 60 * 1000;

/** The result of a call, or the name of the error that refuses it. */
export type Outcome = { refused: string } | { result: unknown };

class ModelCollection<Fields> {
  nextId = 1;
  records: Stored<Fields>[] = [];
  readonly #model: StoreModel;
  readonly #externalId: (fields: Fields) => string | null;

  constructor(model: StoreModel, externalId: (fields: Fields) => string | null) {
    this.#model = model;
    this.#externalId = externalId;
  }

  kept(userId: number): Stored<Fields>[] {
    const oldest = new Date(this.#model.now - trashMs).toISOString();
    return this.records.filter(
      (record) =>
        record.userId === userId && (record.deletedAt === null || record.deletedAt >= oldest),
    );
  }

  #holder(userId: number, fields: Fields): Stored<Fields> | undefined {
    const externalId = this.#externalId(fields);
    if (externalId === null) return undefined;
    // The last of the records that had it; the earlier ones are gone.
    return this.kept(userId).findLast((record) => this.#externalId(record) === externalId);
  }

  #replace(before: Stored<Fields>, after: Stored<Fields>): Stored<Fields> {
    this.records = this.records.map((record) => (record === before ? after : record));
    return after;
  }

  list(userId: number): Stored<Fields>[] {
    return this.kept(userId).filter(({ deletedAt }) => deletedAt === null);
  }

  listRemoved(userId: number): Stored<Fields>[] {
    return this.kept(userId).filter(({ deletedAt }) => deletedAt !== null);
  }

  find(userId: number, id: number): Stored<Fields> | undefined {
    return this.list(userId).find((record) => record.id === id);
  }

  create(userId: number, fields: Fields): Outcome {
    if (!this.#model.hasUser(userId)) return { refused: "UserGone" };
    return { result: this.add(userId, fields) };
  }

  /** @param others fields with the external ids that it may have had before */
  add(userId: number, fields: Fields, importId?: number, others: readonly Fields[] = []): object {
    const [existing] = [fields, ...others].flatMap((each) => this.#holder(userId, each) ?? []);
    if (existing) return { record: existing, isNew: false };
    const now = this.#model.instant;
    const keys = { id: this.nextId, userId, createdAt: now, updatedAt: now, deletedAt: null };
    const record = { ...fields, ...keys, importId };
    this.records.push(record);
    this.nextId += 1;
    return { record, isNew: true };
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

  removeImport(importId: number): void {
    this.records = this.records.filter((record) => record.importId !== importId);
  }
}

/** All that a store has to be, without a disk. */
export class StoreModel {
  now = Date.UTC(2026, 10, 22);
  users: UserRecord[] = [];
  imports: ImportRecord[] = [];
  apiKeys: ApiKeyRecord[] = [];
  /** All keys ever made, including those of removed users. */
  readonly keysEver: ApiKeyRecord[] = [];
  #nextImportId = 1;
  #nextUserId = 1;
  readonly revoked = new Set<string>();
  expenses = new ModelCollection<ExpenseFields>(this, ({ externalId }) => externalId);
  budgets = new ModelCollection<BudgetFields>(this, () => null);

  get instant(): string {
    return new Date(this.now).toISOString();
  }

  hasUser(id: number): boolean {
    return this.users.some((user) => user.id === id);
  }

  createUser(username: string, passwordHash: string): Outcome {
    if (this.users.some((user) => user.username === username)) return { refused: "UsernameTaken" };
    const id = this.#nextUserId;
    this.#nextUserId += 1;
    const user = { id, username, passwordHash, ...plainUser, createdAt: this.instant };
    this.users.push(user);
    return { result: user };
  }

  changePassword(id: number, passwordHash: string): Outcome {
    const isThere = this.hasUser(id);
    this.users = this.users.map((user) =>
      user.id === id ? { ...user, passwordHash, passwordVersion: user.passwordVersion + 1 } : user,
    );
    return { result: isThere };
  }

  removeUser(id: number): Outcome {
    const isThere = this.hasUser(id);
    this.users = this.users.filter((user) => user.id !== id);
    this.expenses.removeUser(id);
    this.budgets.removeUser(id);
    this.imports = this.imports.filter(({ userId }) => userId !== id);
    this.apiKeys = this.apiKeys.filter(({ userId }) => userId !== id);
    return { result: isThere };
  }

  listImports(userId: number): CountedImport[] {
    const expenses = this.expenses.kept(userId);
    return this.imports
      .filter((batch) => batch.userId === userId)
      .map((batch) => {
        const count = expenses.filter(({ importId }) => importId === batch.id).length;
        return { ...batch, count };
      });
  }

  addImport(userId: number, fields: ImportFields, given: readonly ImportedFields[]): Outcome {
    if (!this.hasUser(userId)) return { refused: "UserGone" };
    const { externalId } = fields;
    const existing = this.imports.find(
      (batch) => externalId !== null && batch.userId === userId && batch.externalId === externalId,
    );
    const batch = existing ?? {
      id: this.#nextImportId,
      ...fields,
      userId,
      createdAt: this.instant,
    };
    if (!existing) {
      this.imports.push(batch);
      this.#nextImportId += 1;
    }
    return this.#addTo(batch, existing === undefined, given);
  }

  addToImport(userId: number, id: number, given: readonly ImportedFields[]): Outcome {
    const batch = this.imports.find((each) => each.userId === userId && each.id === id);
    return batch ? this.#addTo(batch, false, given) : { result: undefined };
  }

  revertImport(userId: number, id: number): Outcome {
    const batch = this.listImports(userId).find((each) => each.id === id);
    if (!batch) return { result: undefined };
    this.imports = this.imports.filter((each) => each.id !== id);
    this.expenses.removeImport(id);
    return { result: batch.count };
  }

  #addTo(batch: ImportRecord, isNew: boolean, given: readonly ImportedFields[]): Outcome {
    const expenses = given.map(({ knownAs = [], ...fields }) => {
      const others = knownAs.map((externalId) => ({ ...fields, externalId }));
      return this.expenses.add(batch.userId, fields, batch.id, others);
    });
    return { result: { batch, isNew, expenses } };
  }

  listApiKeys(userId: number): ApiKeyRecord[] {
    return this.apiKeys.filter((key) => key.userId === userId && key.revokedAt === null);
  }

  createApiKey(userId: number, fields: ApiKeyFields): Outcome {
    if (!this.hasUser(userId)) return { refused: "UserGone" };
    const ends = { createdAt: this.instant, lastUsedAt: null, revokedAt: null };
    const key = { id: this.keysEver.length + 1, ...fields, userId, ...ends };
    this.keysEver.push(key);
    this.apiKeys.push(key);
    return { result: key };
  }

  revokeApiKey(userId: number, id: number): Outcome {
    return { result: this.#changeKey(userId, id, () => ({ revokedAt: this.instant })) };
  }

  noteKeyUse(userId: number, id: number, usedAt: string): Outcome {
    this.#changeKey(userId, id, ({ lastUsedAt }) => ({
      lastUsedAt: lastUsedAt !== null && lastUsedAt > usedAt ? lastUsedAt : usedAt,
    }));
    return { result: undefined };
  }

  #changeKey(
    userId: number,
    id: number,
    change: (key: ApiKeyRecord) => Partial<ApiKeyRecord>,
  ): boolean {
    const wanted = this.listApiKeys(userId).find((key) => key.id === id);
    this.apiKeys = this.apiKeys.map((key) => (key === wanted ? { ...key, ...change(key) } : key));
    return wanted !== undefined;
  }

  revoke(token: string): Outcome {
    const isNew = !this.revoked.has(token);
    this.revoked.add(token);
    return { result: isNew };
  }
}
