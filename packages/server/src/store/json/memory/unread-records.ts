/**
 * A user's records as the lines of a snapshot that hold them, each parsed on demand: most commands
 * look at few, and parsing all takes longer than the rest of their work.
 */

import { firstOf, placeOf } from "./sorted.ts";

const newline = "\n";
const lineEnd = `,${newline}`;
/** The beginning of a record's text, unless a later version writes it otherwise. */
const idStart = '{"id":';
const maxIdDigits = 16;

interface Line {
  piece: string;
  start: number;
  end: number;
}

const parsed = ({ piece, start, end }: Line): unknown => JSON.parse(piece.slice(start, end));

/** The line that contains the character at a position, without its separator. */
function lineAt(piece: string, place: number): Line {
  const start = piece.lastIndexOf(newline, place - 1) + 1;
  const end = piece.indexOf(lineEnd, start);
  return { piece, start, end: end < 0 ? piece.length : end };
}

function idOf(line: Line): number {
  const { piece, start } = line;
  if (!piece.startsWith(idStart, start)) return (parsed(line) as { id: number }).id;
  const digits = start + idStart.length;
  return Number.parseInt(piece.slice(digits, digits + maxIdDigits), 10);
}

const userIdPattern = /[,{]"userId":(\d+)[,}]/;

/** Quotes within texts are escaped, so anything that looks like a member's name is one. */
const userIdOf = ({ piece, start, end }: Line): number =>
  Number(userIdPattern.exec(piece.slice(start, end))?.[1]);

function* linesOf(piece: string): Generator<Line> {
  for (let start = 0; start < piece.length;) {
    const line = lineAt(piece, start);
    yield line;
    start = line.end + lineEnd.length;
  }
}

/**
 * The lines of a snapshot's list, in pieces of many: each piece is a JSON array without its
 * brackets.
 */
export class ListText<Item> implements Iterable<Item> {
  readonly #pieces: readonly string[];

  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (const piece of this.#pieces) yield* JSON.parse(`[${piece}]`) as Item[];
  }

  /** Each user's pieces. In a snapshot a user's records stand together. */
  byUser(): Map<number, string[]> {
    const users = new Map<number, string[]>();
    const add = (userId: number, piece: string) => {
      const pieces = users.get(userId);
      if (pieces) pieces.push(piece);
      else users.set(userId, [piece]);
    };
    for (const piece of this.#pieces) {
      const first = userIdOf(lineAt(piece, 0));
      if (first === userIdOf(lineAt(piece, piece.length - 1))) add(first, piece);
      else
        for (const line of linesOf(piece)) add(userIdOf(line), piece.slice(line.start, line.end));
    }
    return users;
  }
}

/**
 * Extracts facts from a line without parsing it; undefined where it must be parsed.
 * @param start of the line
 */
type Look<View> = (piece: string, start: number) => (View & { end: number }) | undefined;

export class UnreadRecords<Item extends { id: number }> {
  readonly #pieces: readonly string[];
  /** Records put in since, by id. */
  readonly #later = new Map<number, Item>();

  /** @param pieces by id */
  constructor(pieces: readonly string[]) {
    this.#pieces = pieces;
  }

  put(record: Item): void {
    this.#later.set(record.id, record);
  }

  find(id: number): Item | undefined {
    const later = this.#later.get(id);
    if (later) return later;
    const isBehind = (piece: string, place: number) => idOf(lineAt(piece, place)) > id;
    const { length } = this.#pieces;
    const behind = firstOf(length, (index) => isBehind(this.#pieces[index] ?? "", 0));
    const piece = this.#pieces[behind - 1];
    if (piece === undefined) return undefined;
    // Any character's position finds its line.
    const line = lineAt(piece, firstOf(piece.length, (place) => isBehind(piece, place)) - 1);
    return idOf(line) === id ? (parsed(line) as Item) : undefined;
  }

  /** The record with the highest id whose text contains a part and which satisfies a condition. */
  findLast(part: string, isIt: (item: Item) => boolean): Item | undefined {
    const line = this.#findLastLine(part, isIt);
    const found = [...this.#later.values(), ...(line ? [line] : [])].filter(isIt);
    return found.toSorted((one, other) => one.id - other.id).at(-1);
  }

  #findLastLine(part: string, isIt: (item: Item) => boolean): Item | undefined {
    for (const piece of this.#pieces.toReversed()) {
      let place = piece.lastIndexOf(part);
      while (place >= 0) {
        const line = lineAt(piece, place);
        const item = parsed(line) as Item;
        if (isIt(item) && !this.#later.has(item.id)) return item;
        place = line.start === 0 ? -1 : piece.lastIndexOf(part, line.start - 1);
      }
    }
    return undefined;
  }

  /**
   * Visits all records, in any order, without parsing those from whose text `look` gets what it
   * needs.
   * @param visit may be given the same view again and again
   */
  each<View extends { id: number }>(look: Look<View>, visit: (one: View | Item) => void): void {
    for (const piece of this.#pieces) {
      for (let start = 0; start < piece.length;) {
        const view = look(piece, start);
        const end = view ? view.end : lineAt(piece, start).end;
        this.#visitUnchanged(view ?? (parsed({ piece, start, end }) as Item), visit);
        start = end + lineEnd.length;
      }
    }
    for (const one of this.#later.values()) visit(one);
  }

  /**
   * Visits the records whose text contains one of these parts, and all that were put in since.
   * @param parts no text contains two of them
   */
  eachWith<View extends { id: number }>(
    parts: readonly string[],
    look: Look<View>,
    visit: (one: View | Item) => void,
  ): void {
    const lookThrough = (piece: string, part: string) => {
      let place = piece.indexOf(part);
      while (place >= 0) {
        const line = lineAt(piece, place);
        this.#visitUnchanged(look(piece, line.start) ?? (parsed(line) as Item), visit);
        place = piece.indexOf(part, line.end);
      }
    };
    for (const piece of this.#pieces) for (const part of parts) lookThrough(piece, part);
    for (const one of this.#later.values()) visit(one);
  }

  #visitUnchanged<One extends { id: number }>(one: One, visit: (one: One) => void): void {
    if (this.#later.size === 0 || !this.#later.has(one.id)) visit(one);
  }

  /** The records that `eachWith` visits, parsed. */
  candidates(parts: readonly string[]): Item[] {
    const found: Item[] = [];
    this.eachWith<never>(
      parts,
      () => undefined,
      (one) => found.push(one),
    );
    return found;
  }

  /** All records by id. */
  all(): Item[] {
    const records = this.#pieces.flatMap((piece) => JSON.parse(`[${piece}]`) as Item[]);
    if (this.#later.size === 0) return records;
    const lastId = records.at(-1)?.id ?? 0;
    const added: Item[] = [];
    for (const record of this.#later.values()) {
      const place = placeOf(records, record.id);
      if (records[place]?.id === record.id) records[place] = record;
      else added.push(record);
    }
    added.sort((one, other) => one.id - other.id);
    const areNew = added.every(({ id }) => id > lastId);
    const all = [...records, ...added];
    return areNew ? all : all.toSorted((one, other) => one.id - other.id);
  }
}
