import { type CalendarDate, countPeriods } from "@outlay/shared";
import { DayIndex } from "./day-index.ts";
import { dayParts } from "./day-parts.ts";
import { ExternalIds } from "./external-ids.ts";
import { placeOf } from "./sorted.ts";
import { Tally } from "./tally.ts";
import type { UnreadRecords } from "./unread-records.ts";
import { withoutPlaces } from "./without-places.ts";

/** The properties that differ between kinds of records. */
export interface RecordKind<Fields> {
  /** The client's own id of a record, unique among the user's, where the kind has one. */
  externalId(fields: Fields): string | null;
  /** The day that a record belongs to, where the kind has one. */
  day?: (fields: Fields) => CalendarDate;
}

/** The properties that differ between kinds of stored records. */
export interface StoredKind<Item> extends RecordKind<Item> {
  /** The group in which a record is counted; null where it isn't. */
  tallied?: (item: Item) => string | null;
  /** The bytes that a record takes in memory. */
  weigh?: (item: Item) => number;
}

export interface Views<Item extends { id: number }> {
  days: DayIndex<Item> | undefined;
  tally: Tally<Item> | undefined;
}

/** The records of one user. */
export class UserRecords<Item extends { id: number }> {
  #records: Item[] = [];
  /** The unread records, as long as nobody has asked for all of them. */
  #unread: UnreadRecords<Item> | undefined;
  /** Differs after each change. */
  version = 0;
  #byExternalId: ExternalIds<Item> | undefined;
  #hasScanned = false;
  #isAskedAgain = false;
  readonly #kind: StoredKind<Item>;
  #byDay: DayIndex<Item> | undefined;
  #tally: Tally<Item> | undefined;
  #weight: number | undefined;

  /** @param unread the initial records */
  constructor(kind: StoredKind<Item>, unread?: UnreadRecords<Item>) {
    this.#kind = kind;
    this.#unread = unread;
  }

  /** The unread records, as long as nobody has asked for all of them. */
  get unread(): UnreadRecords<Item> | undefined {
    return this.#unread;
  }

  /** All records by id. */
  get records(): readonly Item[] {
    return this.#all();
  }

  find(id: number): Item | undefined {
    if (this.#unread) return this.#unread.find(id);
    const found = this.#records[placeOf(this.#records, id)];
    return found?.id === id ? found : undefined;
  }

  findByExternalId(externalId: string): Item | undefined {
    // A process that looks for one record and ends is better off without an index.
    if (!this.#byExternalId && !this.#hasScanned) {
      this.#hasScanned = true;
      const isIt = (record: Item) => this.#kind.externalId(record) === externalId;
      // An external id is written like this in a record's text, and nothing else is.
      const part = JSON.stringify({ externalId }).slice(1, -1);
      return this.#unread ? this.#unread.findLast(part, isIt) : this.#records.findLast(isIt);
    }
    return this.#externalIds().get(externalId);
  }

  between(first: CalendarDate, last: CalendarDate): readonly Item[] {
    return this.betweenUnread(first, last, 12) ?? this.#days()?.between(first, last) ?? [];
  }

  /**
   * Like `between`, but without reading all other records, if most records are unread and the days span few
   * months; otherwise undefined.
   */
  betweenUnread(
    first: CalendarDate,
    last: CalendarDate,
    mostMonths: number,
  ): readonly Item[] | undefined {
    const { day } = this.#kind;
    if (!this.#unread || !day || countPeriods("month", first, last) > mostMonths) return undefined;
    const parts = dayParts(first, last);
    // Most processes ask once or twice, and for a month.
    return parts && new DayIndex(this.#unread.candidates(parts), day).between(first, last);
  }

  /**
   * The memory that all records take. It is calculated when first needed, and kept up to date from
   * then on.
   */
  get weight(): number {
    this.#weight ??= this.records.reduce((sum, record) => sum + this.#weigh(record), 0);
    return this.#weight;
  }

  /** The indexes for searching through many records, as far as they have been made. */
  get views(): Views<Item> {
    return { days: this.#byDay, tally: this.#tally };
  }

  /**
   * Makes the indexes except for the first caller: a process that asks once and ends is better off
   * without them.
   */
  lastingViews(): Views<Item> {
    if (this.#isAskedAgain) this.#makeViews();
    this.#isAskedAgain = true;
    return this.views;
  }

  /** Makes the indexes, which are otherwise made when first needed: most processes need none. */
  index(): void {
    this.#externalIds();
    this.#makeViews();
  }

  put(record: Item): void {
    this.putAll([record]);
  }

  /**
   * All at once: taking them out of the index and adding them singly would move all later ones each
   * time.
   */
  putAll(records: readonly Item[]): void {
    this.version += 1;
    this.#byDay?.deleteAll(this.#formerOf(records));
    for (const record of records) this.#place(record);
    this.#byDay?.addAll(records);
  }

  /** Removes the records with these ids. */
  removeAll(ids: readonly number[]): void {
    // All are read before any is named: an unread record is a new object each time it is read.
    this.#all();
    const byId = [...new Set(ids)].toSorted((one, other) => one - other);
    this.deleteAll(byId.flatMap((id) => this.find(id) ?? []));
  }

  /**
   * Deletes these versions of records; later versions stay. All at once, because deleting them
   * singly would move all later ones each time, and by their positions, so that no other record
   * need be looked at.
   * @param gone by id
   */
  deleteAll(gone: readonly Item[]): void {
    this.version += 1;
    const present = gone.filter((record) => this.find(record.id) === record);
    const places = present.map(({ id }) => placeOf(this.#all(), id));
    this.#records = withoutPlaces(this.#all(), places);
    this.#byDay?.deleteAll(present);
    for (const record of present) this.#forget(record);
  }

  #all(): Item[] {
    if (this.#unread) {
      this.#records = this.#unread.all();
      this.#unread = undefined;
    }
    return this.#records;
  }

  #place(record: Item): void {
    if (this.#unread) {
      // There are no indexes yet either.
      this.#unread.put(record);
      return;
    }
    const last = this.#records.at(-1);
    if (!last || last.id < record.id) this.#records.push(record);
    else this.#replace(record);
    this.#indexExternalId(record);
    this.#tally?.add(record);
    if (this.#weight !== undefined) this.#weight += this.#weigh(record);
  }

  /** The present versions of records, each once. */
  #formerOf(records: readonly Item[]): Item[] {
    const ids = new Set(records.map(({ id }) => id));
    return [...ids].flatMap((id) => this.find(id) ?? []);
  }

  #replace(record: Item): void {
    const records = this.#records;
    const place = placeOf(records, record.id);
    const before = records[place];
    if (before?.id === record.id) {
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

  #weigh(record: Item): number {
    return this.#kind.weigh?.(record) ?? 0;
  }

  #indexExternalId(record: Item): void {
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.set(externalId, record);
  }

  #forget(record: Item): void {
    this.#tally?.delete(record);
    if (this.#weight !== undefined) this.#weight -= this.#weigh(record);
    const externalId = this.#kind.externalId(record);
    if (externalId !== null) this.#byExternalId?.delete(externalId, record);
  }
}
