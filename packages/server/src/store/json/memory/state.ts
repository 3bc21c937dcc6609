import type { ApiKeyFields, ApiKeyRecord } from "../../../domain/api-key.ts";
import type { BudgetFields, ExpenseFields } from "@outlay/shared";
import type { ImportFields, ImportRecord } from "../../../domain/import-batch.ts";
import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";
import { ApiKeyTable } from "./api-key-table.ts";
import type { Change, RecordName } from "../journal/change.ts";
import { type RecordLookup, RecordTable } from "./record-table.ts";

import { tallyGroup } from "./tally-group.ts";
import { budgetWeight, expenseWeight, importWeight, userWeight } from "./weight.ts";

/**
 * The questions a change may ask before it is made, answered as if the earlier changes had been
 * made.
 */
export interface Lookup {
  userById(id: number): UserRecord | undefined;
  userByName(username: string): UserRecord | undefined;
  nextUserId: number;
  expenses: RecordLookup<ExpenseFields>;
  budgets: RecordLookup<BudgetFields>;
  imports: RecordLookup<ImportFields, ImportRecord>;
  apiKeys: RecordLookup<ApiKeyFields, ApiKeyRecord>;
  isRevoked(tokenId: string): boolean;
}

/** The later of two instants, where there is one. */
export const laterOf = (one: Instant | undefined, other: Instant | undefined) =>
  (one ?? "") > (other ?? "") ? one : other;

/** All stored data in memory, up to the change number `lastChange`. */
export class State implements Lookup {
  lastChange = 0;
  nextUserId = 1;
  readonly users = new Map<number, UserRecord>();
  readonly expenses = new RecordTable<ExpenseFields>(
    { externalId: ({ externalId }) => externalId, day: ({ spentOn }) => spentOn },
    expenseWeight,
    (record) => (record.deletedAt === null ? tallyGroup(record) : null),
  );
  readonly budgets = new RecordTable<BudgetFields>({ externalId: () => null }, budgetWeight);
  readonly imports = new RecordTable<ImportFields, ImportRecord>(
    { externalId: ({ externalId }) => externalId },
    importWeight,
  );
  readonly apiKeys = new ApiKeyTable();
  /** The expiry of each revoked token, by its id. */
  readonly revokedTokens = new Map<string, string>();
  /** All tokens that end by then count as revoked: it is no longer stored which of them were. */
  tokensOverUntil: Instant | undefined;
  readonly #usersByName = new Map<string, UserRecord>();

  userById(id: number): UserRecord | undefined {
    return this.users.get(id);
  }

  userByName(username: string): UserRecord | undefined {
    return this.#usersByName.get(username);
  }

  isRevoked(tokenId: string, expiresAt?: Instant): boolean {
    const isForgotten = expiresAt !== undefined && expiresAt <= (this.tokensOverUntil ?? "");
    return isForgotten || this.revokedTokens.has(tokenId);
  }

  /** The memory that all records take, estimated from their content. */
  get weight(): number {
    const { users, expenses, budgets, imports, apiKeys } = this;
    const records = expenses.weight + budgets.weight + imports.weight + apiKeys.weight;
    return users.size * userWeight + records;
  }

  /** For a long-running process: then nobody waits for the indexes. */
  index(): void {
    this.expenses.index();
    this.budgets.index();
    this.imports.index();
  }

  /** Applies a change that is on the disk. */
  apply({ put = {}, remove = {} }: Change): void {
    for (const user of put.users ?? []) this.#putUser(user);
    this.expenses.putAll(put.expenses ?? []);
    this.budgets.putAll(put.budgets ?? []);
    this.imports.putAll(put.imports ?? []);
    this.apiKeys.putAll(put.apiKeys ?? []);
    for (const { id, expiresAt } of put.revokedTokens ?? []) this.revokedTokens.set(id, expiresAt);
    this.expenses.removeAll(remove.expenses ?? []);
    for (const batch of remove.imports ?? []) this.#removeImport(batch);
    for (const id of remove.users ?? []) this.#removeUser(id);
  }

  #putUser(user: UserRecord): void {
    this.users.set(user.id, user);
    this.#usersByName.set(user.username, user);
    this.nextUserId = Math.max(this.nextUserId, user.id + 1);
  }

  #removeImport({ userId, id }: RecordName): void {
    this.expenses.deleteAll(this.expenses.list(userId).filter(({ importId }) => importId === id));
    this.imports.removeAll([{ userId, id }]);
  }

  #removeUser(id: number): void {
    const user = this.users.get(id);
    if (user) this.#usersByName.delete(user.username);
    this.users.delete(id);
    this.expenses.removeUser(id);
    this.budgets.removeUser(id);
    this.imports.removeUser(id);
    this.apiKeys.removeUser(id);
  }
}
