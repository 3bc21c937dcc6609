/** The store's promises in their plainest form. */
import type { ApiKeyFields, ApiKeyRecord } from "../../domain/api-key.ts";
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type {
  CountedImport,
  ImportedFields,
  ImportFields,
  ImportRecord,
} from "../../domain/import-batch.ts";
import type { UserRecord } from "../../domain/user.ts";
import { ModelCollection, type Outcome } from "./model-collection.ts";
import { plainUser } from "./plain-marks.ts";

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
    let totalCents = 0n;
    for (const [index, { amountCents }] of given.entries()) {
      if (expenses[index]?.isNew) totalCents += BigInt(amountCents);
    }
    const spent = { totalCents, unconverted: new Map() };
    return { result: { batch, isNew, expenses, spent, home: undefined, isHomeNew: false } };
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
