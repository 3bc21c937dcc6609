import type { RecordLimits } from "../../record-limits.ts";
import { LimitReached } from "../../store-errors.ts";
import type { Change } from "../journal/change.ts";
import type { PendingState } from "./pending-state.ts";
import { kindNames, recordKinds } from "../memory/record-kinds.ts";
import type { State } from "../memory/state.ts";
import type { AnyTable } from "../memory/tables.ts";
import { userWeight } from "../memory/weight.ts";

const limitedKinds = kindNames.filter((name) => !recordKinds[name].isUnlimited);

const accountIsFull = (limit: number) =>
  new LimitReached(
    `This account has reached this server's limit of ${limit} records, with those in the trash; nothing was ` +
      "stored. Removed records make room after 30 days, and an import that is undone makes room at once.",
  );

const memoryIsFull = () =>
  new LimitReached(
    "This server has no memory left for more records; nothing was stored. Its operator can give it more.",
    { isOfServer: true },
  );

/** Judges the growth by each change of a group, together with the earlier ones. */
export class Room {
  readonly #state: State;
  readonly #limits: RecordLimits;
  readonly #added = new Map<number, number>();
  #addedBytes = 0;
  #present: number | undefined;

  constructor(state: State, limits: RecordLimits) {
    this.#state = state;
    this.#limits = limits;
  }

  /** @throws LimitReached where a change adds more than there is room for */
  take({ put = {} }: Change, pending: PendingState): void {
    const added = new Map<number, number>();
    let bytes = (put.users ?? []).filter(({ id }) => !pending.userById(id)).length * userWeight;
    for (const name of kindNames) {
      const table: AnyTable = this.#state[name];
      for (const record of put[name] ?? []) {
        const before = pending[name].find(record.userId, record.id);
        bytes += table.weigh(record) - (before ? table.weigh(before) : 0);
        if (before || recordKinds[name].isUnlimited) continue;
        added.set(record.userId, (added.get(record.userId) ?? 0) + 1);
      }
    }
    for (const [userId, count] of added) this.#checkAccount(userId, count);
    const { maxBytes } = this.#limits;
    // A change that frees memory, or takes no more, is never refused.
    if (bytes > 0 && this.#presentBytes() + this.#addedBytes + bytes > maxBytes)
      throw memoryIsFull();
    this.#addedBytes += bytes;
    for (const [userId, count] of added) this.#added.set(userId, this.#addedOf(userId) + count);
  }

  #presentBytes(): number {
    this.#present ??= this.#state.weight;
    return this.#present;
  }

  #addedOf(userId: number): number {
    return this.#added.get(userId) ?? 0;
  }

  #checkAccount(userId: number, count: number): void {
    const { maxRecordsOfUser } = this.#limits;
    let all = this.#addedOf(userId) + count;
    for (const name of limitedKinds) all += this.#state[name].list(userId).length;
    if (all > maxRecordsOfUser) throw accountIsFull(maxRecordsOfUser);
  }
}
