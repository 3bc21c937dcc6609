import type { BudgetFields, ExpenseFields, UserRecord } from "../store.ts";
import type { Change } from "./change.ts";
import { type RecordLookup, RecordTable } from "./record-table.ts";

/** What a change may ask before it is made: how things stand once those before it are made. */
export interface Lookup {
  userById(id: number): UserRecord | undefined;
  userByName(username: string): UserRecord | undefined;
  nextUserId: number;
  expenses: RecordLookup<ExpenseFields>;
  budgets: RecordLookup<BudgetFields>;
  isRevoked(tokenId: string): boolean;
}

/** All that is stored, in memory, after the change number `lastChange`. */
export class State implements Lookup {
  lastChange = 0;
  nextUserId = 1;
  readonly users = new Map<number, UserRecord>();
  readonly expenses = new RecordTable<ExpenseFields>({
    externalId: ({ externalId }) => externalId,
    day: ({ spentOn }) => spentOn,
  });
  readonly budgets = new RecordTable<BudgetFields>({ externalId: () => null });
  /** When each token is over, by its id. */
  readonly revokedTokens = new Map<string, string>();
  readonly #usersByName = new Map<string, UserRecord>();

  userById(id: number): UserRecord | undefined {
    return this.users.get(id);
  }

  userByName(username: string): UserRecord | undefined {
    return this.#usersByName.get(username);
  }

  isRevoked(tokenId: string): boolean {
    return this.revokedTokens.has(tokenId);
  }

  /** For one who stays: nobody then waits for the indexes to be made. */
  index(): void {
    this.expenses.index();
    this.budgets.index();
  }

  /** Makes a change that is on the disk. */
  apply({ put = {}, remove = {} }: Change): void {
    for (const user of put.users ?? []) this.#putUser(user);
    for (const expense of put.expenses ?? []) this.expenses.put(expense);
    for (const budget of put.budgets ?? []) this.budgets.put(budget);
    for (const { id, expiresAt } of put.revokedTokens ?? []) this.revokedTokens.set(id, expiresAt);
    for (const { userId, id } of remove.expenses ?? []) this.expenses.remove(userId, id);
    for (const id of remove.users ?? []) this.#removeUser(id);
  }

  #putUser(user: UserRecord): void {
    this.users.set(user.id, user);
    this.#usersByName.set(user.username, user);
    this.nextUserId = Math.max(this.nextUserId, user.id + 1);
  }

  #removeUser(id: number): void {
    const user = this.users.get(id);
    if (user) this.#usersByName.delete(user.username);
    this.users.delete(id);
    this.expenses.removeUser(id);
    this.budgets.removeUser(id);
  }
}
