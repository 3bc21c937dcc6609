import type { Instant } from "../../../domain/instant.ts";
import type { UserRecord } from "../../../domain/user.ts";
import type { Change, RecordName } from "../journal/change.ts";
import { kindNames } from "./record-kinds.ts";
import { type AnyTable, EmptyTables, type Lookups } from "./tables.ts";
import { userWeight } from "./weight.ts";

/**
 * The questions a change may ask before it is made, answered as if the earlier changes had been
 * made.
 */
export interface Lookup extends Lookups {
  userById(id: number): UserRecord | undefined;
  userByName(username: string): UserRecord | undefined;
  nextUserId: number;
  isRevoked(tokenId: string): boolean;
}

/** The later of two instants, where there is one. */
export const laterOf = (one: Instant | undefined, other: Instant | undefined) =>
  (one ?? "") > (other ?? "") ? one : other;

/** All stored data in memory, up to the change number `lastChange`. */
export class State extends EmptyTables implements Lookup {
  lastChange = 0;
  nextUserId = 1;
  readonly users = new Map<number, UserRecord>();
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
    const records = this.tables.reduce((sum, { weight }) => sum + weight, 0);
    return this.users.size * userWeight + records;
  }

  /** For a long-running process: then nobody waits for the indexes. */
  index(): void {
    for (const table of this.tables) table.index();
  }

  /** Applies a change that is on the disk. */
  apply({ put = {}, remove = {} }: Change): void {
    for (const user of put.users ?? []) this.#putUser(user);
    for (const { id, expiresAt } of put.revokedTokens ?? []) this.revokedTokens.set(id, expiresAt);
    for (const name of kindNames) {
      const table: AnyTable = this[name];
      const { [name]: records } = put;
      const { [name]: removed } = remove;
      if (records) table.putAll(records);
      if (removed) table.removeAll(removed);
    }
    for (const batch of remove.imports ?? []) this.#removeImported(batch);
    for (const id of remove.users ?? []) this.#removeUser(id);
  }

  #putUser(user: UserRecord): void {
    this.users.set(user.id, user);
    this.#usersByName.set(user.username, user);
    this.nextUserId = Math.max(this.nextUserId, user.id + 1);
  }

  #removeImported({ userId, id }: RecordName): void {
    const { expenses, removedRows } = this;
    expenses.deleteAll(expenses.list(userId).filter(({ importId }) => importId === id));
    removedRows.deleteAll(removedRows.list(userId).filter(({ importId }) => importId === id));
  }

  #removeUser(id: number): void {
    const user = this.users.get(id);
    if (user) this.#usersByName.delete(user.username);
    this.users.delete(id);
    for (const table of this.tables) table.removeUser(id);
  }
}
