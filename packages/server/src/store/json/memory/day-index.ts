import type { CalendarDate } from "@outlay/shared";
import { insertAtPlaces } from "./insert-at-places.ts";
import type { Span } from "../../../yielding/each-in-turns.ts";
import { withoutPlaces } from "./without-places.ts";

/** The position of an item in sorted order. */
interface Position {
  day: CalendarDate;
  id: number;
}

/** Days are text that sorts in the order of time. */
const isBefore = (one: Position, other: Position): boolean =>
  one.day === other.day ? one.id < other.id : one.day < other.day;

/** One user's records by day and then by id, so that a range of days is a slice. */
export class DayIndex<Item extends { id: number }> {
  #items: Item[];
  readonly #position: (item: Item) => Position;

  constructor(items: readonly Item[], dayOf: (item: Item) => CalendarDate) {
    this.#position = (item) => ({ day: dayOf(item), id: item.id });
    this.#items = this.#sorted(items);
  }

  add(item: Item): void {
    this.#items.splice(this.#countBefore(this.#position(item)), 0, item);
  }

  /** Adds all at once, because adding them singly would move all later ones each time. */
  addAll(items: readonly Item[]): void {
    const [first] = items;
    if (first && items.length === 1) {
      this.add(first);
      return;
    }
    const added = this.#sorted(items).map((item) => ({
      item,
      place: this.#countBefore(this.#position(item)),
    }));
    this.#items = insertAtPlaces(this.#items, added);
  }

  /** @param items must be in the index unchanged */
  deleteAll(items: readonly Item[]): void {
    const [first] = items;
    if (!first) return;
    if (items.length === 1) {
      this.#items.splice(this.#countBefore(this.#position(first)), 1);
      return;
    }
    const places = items.map((item) => this.#countBefore(this.#position(item)));
    this.#items = withoutPlaces(
      this.#items,
      places.toSorted((a, b) => a - b),
    );
  }

  /**
   * The positions of a range of days, both ends included. The list is valid until the next change.
   */
  span(first: CalendarDate, last: CalendarDate): Span<Item> {
    const start = this.#countBefore({ day: first, id: 0 });
    const end = Math.max(start, this.#countBefore({ day: last, id: Infinity }));
    return { items: this.#items, start, end };
  }

  /** Both days included. */
  between(first: CalendarDate, last: CalendarDate): Item[] {
    const { items, start, end } = this.span(first, last);
    return items.slice(start, end);
  }

  #sorted(items: readonly Item[]): Item[] {
    return items.toSorted((one, other) =>
      isBefore(this.#position(one), this.#position(other)) ? -1 : 1,
    );
  }

  #countBefore(position: Position): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const candidate = this.#items[middle];
      if (candidate && isBefore(this.#position(candidate), position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
