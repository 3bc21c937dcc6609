/** Lists as bodies of answers. */
import { Readable } from "node:stream";
import { setImmediate } from "node:timers/promises";

/** The number of items that are written at once, which takes about a millisecond. */
const pieceLength = 500;

/** The selected records of a list. */
export interface Listed<Item> {
  items: readonly Item[];
  /** The total number of records, on other pages too. */
  total: number;
  /** The parameters that request the next page; null for the last one. */
  next: URLSearchParams | null;
}

/** A list of records, which are converted to the API's form only when they are written. */
export class Page<Wire> {
  readonly total: number;
  readonly next: URLSearchParams | null;
  readonly length: number;
  readonly #wire: (start: number, end: number) => Wire[];

  private constructor(listed: Listed<unknown>, wire: (start: number, end: number) => Wire[]) {
    this.total = listed.total;
    this.next = listed.next;
    this.length = listed.items.length;
    this.#wire = wire;
  }

  static of<Item, Wire>(listed: Listed<Item>, toWire: (item: Item) => Wire): Page<Wire> {
    const wire = (start: number, end: number) =>
      listed.items.slice(start, end).map((item) => toWire(item));
    return new Page(listed, wire);
  }

  /** Returns the page as JSON. A long page is written in pieces, so that other requests get their turn. */
  toJson(): string | Readable {
    if (this.length > pieceLength) return Readable.from(this.#pieces());
    return JSON.stringify(this.#wire(0, this.length));
  }

  async *#pieces(): AsyncGenerator<string> {
    for (let start = 0; start < this.length; start += pieceLength) {
      const text = JSON.stringify(this.#wire(start, start + pieceLength)).slice(1, -1);
      yield start === 0 ? `[${text}` : `,${text}`;
      // Without this pause, a fast reader would keep all other clients waiting.
      await setImmediate();
    }
    yield "]";
  }
}
