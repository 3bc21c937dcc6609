import type { CalendarDate } from "@outlay/shared";
import { DayIndex } from "./day-index.ts";
import { ExternalIds } from "./external-ids.ts";
import { Tally } from "./tally.ts";
import { withoutPlaces } from "./without-places.ts";

/** What is particular to a kind of record. */
export interface RecordKind<Fields> {
  /** The client's own id of a record, unique among the user's, where the kind has one. */
  externalId(fields: Fields): string | null;
  /** The day it belongs to, where the kind has one. */
  day?: (fields: Fields) => CalendarDate;
}

/** What is particular to a kind of record once it is stored. */
export interface StoredKind<Item> extends RecordKind<Item> {
  /** The group that it is counted in; null where it isn't. */
  tallied?: (item: Item) => string | null;
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

export interface Views<Item extends { id: number }> {
  days: DayIndex<Item> | undefined;
  tally: Tally<Item> | undefined;
}

/** The records of one user. */
export class Shelf<Item extends { id: number }> {
  /** By id. */
  records: Item[] = [];
  /** Another after each change. */
  version = 0;
  #byExternalId: ExternalIds<Item> | undefined;
  #hasScanned = false;
  #isAskedAgain = false;
  readonly #kind: StoredKind<Item>;
  #byDay: DayIndex<Item> | undefined;
  #tally: Tally<Item> | undefined;

  constructor(kind: StoredKind<Item>) {
    this.#kind = kind;
  }

  find(id: number): Item | undefined {
    const found = this.records[position(this.records, id)];
    return found?.id === id ? found : undefined;
  }

  findByExternalId(externalId: string): Item | undefined {
    // A process that looks for one and ends is better off without an index.
    if (!this.#byExternalId && !this.#hasScanned) {
      this.#hasScanned = true;
      return this.records.findLast((record) => this.#kind.externalId(record) === externalId);
    }
    return this.#externalIds().get(externalId);
  }

  between(first: CalendarDate, last: CalendarDate): readonly Item[] {
    return this.#days()?.between(first, last) ?? [];
  }

  /** What helps to look through many, as far as it has been made. */
  get views(): Views<Item> {
    return { days: this.#byDay, tally: this.#tally };
  }

  /** The same, made but for the first who asks: one who asks once and ends is better off without. */
  lastingViews(): Views<Item> {
    if (this.#isAskedAgain) this.#makeViews();
    this.#isAskedAgain = true;
    return this.views;
  }

  /** Makes the indexes, which are else made when they are first needed: most processes need none. */
  index(): void {
    this.#externalIds();
    this.#makeViews();
  }

  put(record: Item): void {
    this.version += 1;
    this.#place(record);
    this.#byDay?.add(record);
  }

  /** All at once: in the index one by one each would move those behind it. */
  putAll(records: readonly Item[]): void {
    this.version += 1;
    for (const record of records) this.#place(record);
    this.#byDay?.addAll(records);
  }

  /**
   * Takes these versions of records out; later ones stay. All at once, since one by one each would move
   * those behind it, and by their places, since nothing of the others need be looked at then.
   * @param gone by id
   */
  deleteAll(gone: readonly Item[]): void {
    this.version += 1;
    const present = gone.filter((record) => this.find(record.id) === record);
    const places = present.map(({ id }) => position(this.records, id));
    this.records = withoutPlaces(this.records, places);
    this.#byDay?.deleteAll(present);
    for (const record of present) this.#forget(record);
  }

  #place(record: Item): void {
    const last = this.records.at(-1);
    if (!last || last.id < record.id) this.records.push(record);
    else this.#replace(record);
    this.#indexExternalId(record);
    this.#tally?.add(record);
  }

  #replace(record: Item): void {
    const { records } = this;
    const place = position(records, record.id);
    const before = records[place];
    if (before?.id === record.id) {
      this.#byDay?.delete(before);
      this.#forget(before);
      records[place] = record;
    } else records.splice(place, 0, record);
  }

  #externalIds(): ExternalIds<Item> {
    if (!this.#byExternalId) {
      this.#byExternalId = new ExternalIds();
      for (const record of this.records) this.#indexExternalId(record);
    }
    return this.#byExternalId;
  }

  #days(): DayIndex<Item> | undefined {
    const { day } = this.#kind;
    if (day) this.#byDay ??= new DayIndex(this.records, day);
    return this.#byDay;
  }

  #makeViews(): void {
    const { tallied } = this.#kind;
    this.#days();
    if (tallied) this.#tally ??= new Tally(this.records, tallied);
  }

  #indexExternalId(record: Item): void {
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.set(externalId, record);
  }

  #forget(record: Item): void {
    this.#tally?.delete(record);
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.delete(externalId, record);
  }
}
