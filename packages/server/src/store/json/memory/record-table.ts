import type { CalendarDate } from "@outlay/shared";
import type { Stored } from "../../../domain/records.ts";
import type { RecordName } from "../journal/change.ts";
import { type RecordKind, UserRecords, type StoredKind } from "./user-records.ts";
import { SharedIds } from "./shared-ids.ts";
import { type ListText, UnreadRecords } from "./unread-records.ts";

/**
 * The questions a change may ask before it is made, answered as if the earlier changes had been
 * made.
 */
export interface RecordLookup<Fields, Item = Stored<Fields>> {
  find(userId: number, id: number): Item | undefined;
  /** The user's record that has these fields' external id, if they have one. */
  findHolder(userId: number, fields: Fields): Item | undefined;
  /**
   * All of the user's records that have these fields' external id, of a kind where several may have
   * the same.
   */
  findHolders(userId: number, fields: Fields): readonly Item[];
  /** All of the user's records, in any order. */
  list(userId: number): Iterable<Item>;
  nextId: number;
}

/** Groups names by user. */
function byUser<Name extends RecordName>(names: readonly Name[]): Map<number, Name[]> {
  const groups = new Map<number, Name[]>();
  for (const name of names) {
    const group = groups.get(name.userId);
    if (group) group.push(name);
    else groups.set(name.userId, [name]);
  }
  return groups;
}

/**
 * The records of one kind, separate for each user: a search never goes through other users'
 * records.
 */
export class RecordTable<
  Fields,
  Item extends Fields & RecordName = Stored<Fields>,
> implements RecordLookup<Fields, Item> {
  nextId = 1;
  readonly kind: RecordKind<Fields>;
  readonly weigh: (record: Item) => number;
  readonly #stored: StoredKind<Item>;
  readonly #byUser = new Map<number, UserRecords<Item>>();
  readonly #shared: SharedIds<Item>;

  /** @param tallied the group in which a record is counted, if this kind is counted */
  constructor(
    kind: RecordKind<Fields>,
    weigh: (record: Item) => number,
    tallied?: (record: Item) => string | null,
  ) {
    this.kind = kind;
    this.weigh = weigh;
    this.#stored = { ...kind, weigh, ...(tallied && { tallied }) };
    this.#shared = new SharedIds(this.#stored);
  }

  /** All records of a user, by id. */
  list(userId: number): readonly Item[] {
    return this.#byUser.get(userId)?.records ?? [];
  }

  /** All records of a user with their indexes; undefined where there never were any. */
  ofUser(userId: number): UserRecords<Item> | undefined {
    return this.#byUser.get(userId);
  }

  find(userId: number, id: number): Item | undefined {
    return this.#byUser.get(userId)?.find(id);
  }

  findHolder(userId: number, fields: Fields): Item | undefined {
    const externalId = this.kind.externalId(fields);
    if (externalId === null) return undefined;
    return this.#byUser.get(userId)?.findByExternalId(externalId);
  }

  findHolders(userId: number, fields: Fields): readonly Item[] {
    const own = this.#byUser.get(userId);
    return own ? this.#shared.find(own, this.kind.externalId(fields)) : [];
  }

  /**
   * The records of the days from `first` to `last`, by day and then by id; none for a kind without
   * days.
   */
  between(userId: number, first: CalendarDate, last: CalendarDate): readonly Item[] {
    return this.#byUser.get(userId)?.between(first, last) ?? [];
  }

  /** Takes in the text of a snapshot's list; the table must be empty. */
  adopt(text: ListText<Item>): void {
    for (const [userId, pieces] of text.byUser()) {
      const unread = new UnreadRecords<Item>(pieces);
      this.#byUser.set(userId, new UserRecords<Item>(this.#stored, unread));
    }
  }

  put(record: Item): void {
    this.#recordsOf(record.userId).put(record);
    this.nextId = Math.max(this.nextId, record.id + 1);
  }

  putAll(records: readonly Item[]): void {
    for (const [userId, own] of byUser(records)) this.#recordsOf(userId).putAll(own);
    for (const { id } of records) this.nextId = Math.max(this.nextId, id + 1);
  }

  removeAll(names: readonly RecordName[]): void {
    for (const [userId, own] of byUser(names)) {
      this.#byUser.get(userId)?.removeAll(own.map(({ id }) => id));
    }
  }

  /**
   * Deletes these versions of records; later versions stay.
   * @param gone each user's by id
   */
  deleteAll(gone: readonly Item[]): void {
    for (const [userId, own] of byUser(gone)) this.#byUser.get(userId)?.deleteAll(own);
  }

  index(): void {
    for (const own of this.#byUser.values()) own.index();
  }

  removeUser(userId: number): void {
    this.#byUser.delete(userId);
  }

  /** The number of records. */
  get size(): number {
    let size = 0;
    for (const { records } of this.#byUser.values()) size += records.length;
    return size;
  }

  /** The memory that all records take. */
  get weight(): number {
    let weight = 0;
    for (const own of this.#byUser.values()) weight += own.weight;
    return weight;
  }

  count(isCounted: (record: Item) => boolean): number {
    let count = 0;
    for (const { records } of this.#byUser.values()) {
      for (const record of records) if (isCounted(record)) count += 1;
    }
    return count;
  }

  /** All present records, unaffected by later changes. */
  freeze(): readonly (readonly Item[])[] {
    return [...this.#byUser.values()].map(({ records }) => records.slice());
  }

  #recordsOf(userId: number): UserRecords<Item> {
    let own = this.#byUser.get(userId);
    if (!own) {
      own = new UserRecords<Item>(this.#stored);
      this.#byUser.set(userId, own);
    }
    return own;
  }
}
