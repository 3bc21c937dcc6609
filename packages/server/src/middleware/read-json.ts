import { malformedBody } from "../domain/refusal.ts";
import { Pace } from "../yielding/pace.ts";
import {
  afterSpace,
  code,
  endOfText,
  extentOf,
  maxPartValues,
  tooManyValues,
} from "./json-extent.ts";

/** The number of bytes parsed at once, which takes about a millisecond. */
const usualSliceBytes = 32 * 1024;
const bytesPerLook = 4 * 1024;

/** The average number of values that the items of a long list may have, which is more than an expense needs. */
const valuesPerItem = 50;

export const decoded = (bytes: Buffer): string =>
  new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);

const fault = (message: string) => malformedBody(`JSON parse error - ${message}`);

/**
 * Reads a body that is small enough to be parsed at once.
 * @throws Refusal malformed_body, body_too_large
 */
export function readJson(bytes: Buffer, maxValues?: number): unknown {
  extentOf(bytes, 0, maxValues);
  try {
    return JSON.parse(decoded(bytes));
  } catch (error) {
    throw fault((error as Error).message);
  }
}

interface Slicing {
  maxItems: number;
  sliceBytes: number;
}

/**
 * Reads an object in which a list may have many items. It parses some items at a time, and lets other requests have
 * their turn in between. Each item, and the rest of the body without the items, must keep the limits of a whole
 * body.
 */
class ObjectReader {
  readonly #bytes: Buffer;
  /** The maximum number of items of a list. If the list has more, one more item is read and the rest are skipped. */
  readonly #maxItems: number;
  readonly #sliceBytes: number;
  readonly #pace = new Pace();
  #at = 0;
  #itemValues = 0;
  #otherValues = 0;
  #lookedAtClock = 0;

  constructor(bytes: Buffer, { maxItems, sliceBytes }: Slicing) {
    this.#bytes = bytes;
    this.#maxItems = maxItems;
    this.#sliceBytes = sliceBytes;
  }

  async read(): Promise<object> {
    const members = new Map<string, unknown>();
    this.#take(code.openObject);
    if (this.#next() === code.closeObject) this.#at += 1;
    else {
      do {
        const name = this.#name();
        members.set(name, await this.#member());
      } while (this.#goesOn(code.closeObject));
    }
    if (this.#next() !== undefined) this.#unexpected();
    // As with JSON.parse, the last of several equal names counts, and `__proto__` is an ordinary name.
    return Object.fromEntries(members);
  }

  #next(): number | undefined {
    this.#at = afterSpace(this.#bytes, this.#at);
    return this.#bytes[this.#at];
  }

  #unexpected(): never {
    const { length } = this.#bytes;
    const found =
      this.#at < length
        ? `Unexpected character ${JSON.stringify(this.#bytes.toString("latin1", this.#at, this.#at + 1))}`
        : "Unexpected end";
    throw fault(`${found} at byte ${Math.min(this.#at, length)} of the body`);
  }

  #take(wanted: number): void {
    if (this.#next() !== wanted) this.#unexpected();
    this.#at += 1;
  }

  /** Returns whether another item follows. */
  #goesOn(close: number): boolean {
    const next = this.#next();
    if (next !== close && next !== code.comma) this.#unexpected();
    this.#at += 1;
    return next === code.comma;
  }

  #name(): string {
    if (this.#next() !== code.quote) this.#unexpected();
    const start = this.#at;
    extentOf(this.#bytes, start);
    this.#at = endOfText(this.#bytes, start);
    const name = this.#parsed(start, this.#at) as string;
    this.#take(code.colon);
    return name;
  }

  /**
   * Moves past a value.
   * @returns the number of values in it
   */
  #skipValue(): number {
    this.#next();
    const { end, values } = extentOf(this.#bytes, this.#at);
    if (end === this.#at) this.#unexpected();
    this.#at = end;
    return values;
  }

  async #member(): Promise<unknown> {
    if (this.#next() === code.openList) return this.#list();
    const start = this.#at;
    this.#otherValues += this.#skipValue();
    if (this.#otherValues > maxPartValues) throw tooManyValues(maxPartValues);
    return this.#parsed(start, this.#at);
  }

  async #list(): Promise<unknown[]> {
    const items: unknown[] = [];
    this.#otherValues += 1;
    this.#at += 1;
    if (this.#next() === code.closeList) {
      this.#at += 1;
      return items;
    }
    let start = this.#at;
    let count = 0;
    let hasMore = true;
    while (hasMore) {
      this.#countItem(this.#skipValue());
      const end = this.#at;
      count += 1;
      hasMore = this.#goesOn(code.closeList);
      const isOneTooMany = count > this.#maxItems;
      if (!hasMore || isOneTooMany || end - start > this.#sliceBytes) {
        for (const item of this.#parsed(start, end, "[", "]") as unknown[]) items.push(item);
        start = this.#at;
      }
      // The list will be refused because it is too long, so its other items don't matter.
      if (hasMore && isOneTooMany) return this.#skipList().then(() => items);
      if (this.#isTurnOver) await this.#pace.pause();
    }
    return items;
  }

  #countItem(values: number): void {
    this.#itemValues += values;
    const max = valuesPerItem * this.#maxItems;
    if (this.#itemValues > max) throw tooManyValues(max);
  }

  /** Moves past the list's end. */
  async #skipList(): Promise<void> {
    let depth = 0;
    while (depth >= 0) {
      const byte = this.#bytes[this.#at];
      if (byte === undefined) this.#unexpected();
      if (byte === code.openList || byte === code.openObject) depth += 1;
      else if (byte === code.closeList || byte === code.closeObject) depth -= 1;
      this.#at = byte === code.quote ? endOfText(this.#bytes, this.#at) : this.#at + 1;
      if (this.#isTurnOver) await this.#pace.pause();
    }
  }

  /** @param open an opening bracket to put before the text, which makes one value out of several */
  #parsed(start: number, end: number, open = "", close = ""): unknown {
    try {
      return JSON.parse(open + decoded(this.#bytes.subarray(start, end)) + close);
    } catch (error) {
      // The position in the parser's message is relative to this part, not to the body.
      const what = (error as Error).message.replace(/(?: in JSON)? at position .*$/s, "");
      throw fault(`${what}, in the value that begins at byte ${start} of the body`);
    }
  }

  /** Checks the clock only sometimes, because that takes longer than looking at a byte. */
  get #isTurnOver(): boolean {
    if (this.#at - this.#lookedAtClock < bytesPerLook) return false;
    this.#lookedAtClock = this.#at;
    return this.#pace.isPauseDue;
  }
}

/**
 * Reads a body with a list that may be long.
 * @param maxItems the maximum length of the list; for a longer list, the result has one item more
 * @param sliceBytes the number of bytes to parse at once
 * @throws Refusal malformed_body, body_too_large
 */
export async function readLongJson(
  bytes: Buffer,
  maxItems: number,
  sliceBytes = usualSliceBytes,
): Promise<unknown> {
  if (bytes.length <= sliceBytes) return readJson(bytes, sliceBytes);
  const isObject = bytes[afterSpace(bytes, 0)] === code.openObject;
  return isObject ? new ObjectReader(bytes, { maxItems, sliceBytes }).read() : readJson(bytes);
}
