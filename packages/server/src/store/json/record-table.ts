import type { CalendarDate } from "@outlay/shared";
import type { Kept } from "../store.ts";
import { DayIndex } from "./day-index.ts";
import { ExternalIds } from "./external-ids.ts";
import { withoutPlaces } from "./without-places.ts";

/** What a change may ask before it is made: how things stand once those before it are made. */
export interface RecordLookup<Fields> {
  find(userId: number, id: number): Kept<Fields> | undefined;
  /** The user's record that has these fields' external id, if they have one. */
  findHolder(userId: number, fields: Fields): Kept<Fields> | undefined;
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
  #byExternalId: ExternalIds<Kept<Fields>> | undefined;
  #hasScanned = false;
  readonly #kind: RecordKind<Fields>;
  #byDay: DayIndex<Kept<Fields>> | undefined;

  constructor(kind: RecordKind<Fields>) {
    this.#kind = kind;
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
    return this.#externalIds().get(externalId);
  }

  between(first: CalendarDate, last: CalendarDate): readonly Kept<Fields>[] {
    return this.#days()?.between(first, last) ?? [];
  }

  /** Makes the indexes, which are else made when they are first needed: most processes need none. */
  index(): void {
    this.#externalIds();
    this.#days();
  }

  put(record: Kept<Fields>): void {
    const { records } = this;
    const last = records.at(-1);
    if (!last || last.id < record.id) records.push(record);
    else this.#replace(record);
    this.#indexExternalId(record);
    this.#byDay?.add(record);
  }

  /**
   * Takes these versions of records out; later ones stay. All at once, since one by one each would move
   * those behind it, and by their places, since nothing of the others need be looked at then.
   * @param gone by id
   */
  deleteAll(gone: readonly Kept<Fields>[]): void {
    const present = gone.filter((record) => this.find(record.id) === record);
    const places = present.map(({ id }) => position(this.records, id));
    this.records = withoutPlaces(this.records, places);
    this.#byDay?.deleteAll(present);
    for (const record of present) this.#forgetExternalId(record);
  }

  #replace(record: Kept<Fields>): void {
    const { records } = this;
    const place = position(records, record.id);
    const before = records[place];
    if (before?.id === record.id) {
      this.#byDay?.delete(before);
      this.#forgetExternalId(before);
      records[place] = record;
    } else records.splice(place, 0, record);
  }

  #externalIds(): ExternalIds<Kept<Fields>> {
    if (!this.#byExternalId) {
      this.#byExternalId = new ExternalIds();
      for (const record of this.records) this.#indexExternalId(record);
    }
    return this.#byExternalId;
  }

  #days(): DayIndex<Kept<Fields>> | undefined {
    const { day } = this.#kind;
    if (day) this.#byDay ??= new DayIndex(this.records, day);
    return this.#byDay;
  }

  #indexExternalId(record: Kept<Fields>): void {
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.set(externalId, record);
  }

  #forgetExternalId(record: Kept<Fields>): void {
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.delete(externalId, record);
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

  findHolder(userId: number, fields: Fields): Kept<Fields> | undefined {
    const externalId = this.kind.externalId(fields);
    if (externalId === null) return undefined;
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

  remove(userId: number, id: number): void {
    const record = this.find(userId, id);
    if (record) this.deleteAll([record]);
  }

  /** Takes these versions of records out; later ones stay. @param gone each user's by id */
  deleteAll(gone: readonly Kept<Fields>[]): void {
    const byUser = new Map<number, Kept<Fields>[]>();
    for (const record of gone) {
      const records = byUser.get(record.userId);
      if (records) records.push(record);
      else byUser.set(record.userId, [record]);
    }
    for (const [userId, records] of byUser) this.#shelves.get(userId)?.deleteAll(records);
  }

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
