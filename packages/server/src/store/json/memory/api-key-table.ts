import type { ApiKeyFields, ApiKeyRecord } from "../../../domain/api-key.ts";
import type { RecordName } from "../journal/change.ts";
import { RecordTable } from "./record-table.ts";
import { keyWeight } from "./weight.ts";

/** The keys of all users. A key is found by its secret's hash, before its user is known. */
export class ApiKeyTable extends RecordTable<ApiKeyFields, ApiKeyRecord> {
  readonly #byHash = new Map<string, ApiKeyRecord>();

  constructor() {
    super({ externalId: () => null }, keyWeight);
  }

  findByHash(secretHash: string): ApiKeyRecord | undefined {
    return this.#byHash.get(secretHash);
  }

  override put(key: ApiKeyRecord): void {
    this.putAll([key]);
  }

  override putAll(keys: readonly ApiKeyRecord[]): void {
    super.putAll(keys);
    for (const key of keys) this.#byHash.set(key.secretHash, key);
  }

  override removeAll(names: readonly RecordName[]): void {
    for (const { userId, id } of names)
      this.#byHash.delete(this.find(userId, id)?.secretHash ?? "");
    super.removeAll(names);
  }

  override removeUser(userId: number): void {
    for (const { secretHash } of this.list(userId)) this.#byHash.delete(secretHash);
    super.removeUser(userId);
  }
}
