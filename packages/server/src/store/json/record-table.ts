import type { CalendarDate } from "@outlay/shared";
import type { Kept } from "../store.ts";
import { DayIndex } from "./day-index.ts";

/** What a change may ask before it is made: how things stand once those before it are made. */
export interface RecordLookup<Fields> {
  find(userId: number, id: number): Kept<Fields> | undefined;
  findByExternalId(userId: number, externalId: string): Kept<Fields> | undefined;
  nextId: number;
}

/** What is particular to a kind of record. */
export interface RecordKind<Fields> {
  /** The client's own id of a record, unique among the user's, where the kind has one. */
  externalId(fields: Fields): string | null;
  /** The day it belongs to, where the kind has one. */
  day?: (fields: Fields) => CalendarDate;
}

/** Where a record with this id is among those sorted by id, or would be. */
function position(records: readonly { id: number }[], id: number): number {
  let low = 0;
  let high = records.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((records[middle]?.id ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The records of one user. */
class Shelf<Fields> {
  /** By id. */
  records: Kept<Fields>[] = [];
  #byExternalId: Map<string, Kept<Fields>> | undefined;
  #hasScanned = false;
  readonly #kind: RecordKind<Fields>;
  /** Made when it is first asked for: most processes never do. */
  #byDay: DayIndex<Kept<Fields>> | undefined;

  constructor(kind: RecordKind<Fields>) {
    this.#kind = kind;
  }

  between(first: CalendarDate, last: CalendarDate): readonly Kept<Fields>[] {
    const { day } = this.#kind;
    if (!day) return [];
    this.#byDay ??= new DayIndex(this.records, day);
    return this.#byDay.between(first, last);
  }

  find(id: number): Kept<Fields> | undefined {
    const found = this.records[position(this.records, id)];
    return found?.id === id ? found : undefined;
  }

  findByExternalId(externalId: string): Kept<Fields> | undefined {
    // A process that looks for one and ends is better off without an index.
    if (!this.#byExternalId && !this.#hasScanned) {
      this.#hasScanned = true;
      return this.records.findLast((record) => this.#kind.externalId(record) === externalId);
    }
    this.index();
    return this.#byExternalId?.get(externalId);
  }

  /** Makes the index that looking for external ids takes. */
  index(): void {
    if (this.#byExternalId) return;
    this.#byExternalId = new Map();
    for (const record of this.records) this.#indexExternalId(record);
  }

  put(record: Kept<Fields>): void {
    const { records } = this;
    const last = records.at(-1);
    if (!last || last.id < record.id) records.push(record);
    else this.#replace(record);
    this.#indexExternalId(record);
    this.#byDay?.add(record);
  }

  /** Takes these versions of records out; later ones stay. */
  deleteAll(gone: ReadonlySet<Kept<Fields>>): void {
    const kept: Kept<Fields>[] = [];
    for (const record of this.records) {
      if (gone.has(record)) this.#forgetExternalId(record);
      else kept.push(record);
    }
    this.records = kept;
    this.#byDay = undefined;
  }

  #replace(record: Kept<Fields>): void {
    const { records } = this;
    const index = position(records, record.id);
    const before = records[index];
    if (before?.id === record.id) {
      this.#forget(before);
      records[index] = record;
    } else records.splice(index, 0, record);
  }

  #indexExternalId(record: Kept<Fields>): void {
    if (!this.#byExternalId) return;
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId.set(externalId, record);
  }

  /** Takes it out of the indexes. */
  #forget(record: Kept<Fields>): void {
    this.#byDay?.delete(record);
    this.#forgetExternalId(record);
  }

  #forgetExternalId(record: Kept<Fields>): void {
    const externalId = this.#kind.externalId(record);
    // It may have gone to another record since.
    if (externalId !== null && this.#byExternalId?.get(externalId) === record) {
      this.#byExternalId.delete(externalId);
    }
  }
}

/** The records of one kind, each user's by themselves: nobody's are looked through for another's. */
export class RecordTable<Fields> implements RecordLookup<Fields> {
  nextId = 1;
  readonly kind: RecordKind<Fields>;
  readonly #shelves = new Map<number, Shelf<Fields>>();

  constructor(kind: RecordKind<Fields>) {
    this.kind = kind;
  }

  /** All of a user's, by id. */
  list(userId: number): readonly Kept<Fields>[] {
    return this.#shelves.get(userId)?.records ?? [];
  }

  find(userId: number, id: number): Kept<Fields> | undefined {
    return this.#shelves.get(userId)?.find(id);
  }

  findByExternalId(userId: number, externalId: string): Kept<Fields> | undefined {
    return this.#shelves.get(userId)?.findByExternalId(externalId);
  }

  /** Those of the days from `first` to `last`, by day and then by id; none of a kind that has no days. */
  between(userId: number, first: CalendarDate, last: CalendarDate): readonly Kept<Fields>[] {
    return this.#shelves.get(userId)?.between(first, last) ?? [];
  }

  put(record: Kept<Fields>): void {
    let shelf = this.#shelves.get(record.userId);
    if (!shelf) {
      shelf = new Shelf(this.kind);
      this.#shelves.set(record.userId, shelf);
    }
    shelf.put(record);
    this.nextId = Math.max(this.nextId, record.id + 1);
  }

  /** Takes these versions of records out; later ones stay. */
  deleteAll(records: readonly Kept<Fields>[]): void {
    const gone = new Set(records);
    const userIds = new Set(records.map(({ userId }) => userId));
    for (const userId of userIds) this.#shelves.get(userId)?.deleteAll(gone);
  }

  /** Makes the indexes that would else be made when they are first needed. */
  index(): void {
    for (const shelf of this.#shelves.values()) shelf.index();
  }

  removeUser(userId: number): void {
    this.#shelves.delete(userId);
  }

  count(isCounted: (record: Kept<Fields>) => boolean): number {
    let count = 0;
    for (const { records } of this.#shelves.values()) {
      for (const record of records) if (isCounted(record)) count += 1;
    }
    return count;
  }

  /** All there are now, whatever is put in afterwards. */
  freeze(): readonly (readonly Kept<Fields>[])[] {
    return [...this.#shelves.values()].map(({ records }) => records.slice());
  }
}
