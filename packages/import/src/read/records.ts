/** Reads the cells of each record, and the line on which it begins. */
import type { Options } from "csv-parse";
import { unreadable } from "../refusal.ts";
import type { CsvRecord } from "./csv-record.ts";
import { newlinesIn, withNewlines, withNewlinesOutside } from "./line-ends.ts";
import { PiecewiseParser } from "./piecewise-parser.ts";
import { PlainLines } from "./plain-lines.ts";
import type { Source } from "./source.ts";

const maxColumns = 1000;
const maxRecordCharacters = 1024 * 1024;

// The parser ignores a quote that follows blanks, so blanks are trimmed; but trimming would remove tabs that
// separate cells.
const isTrimmed = (delimiter: string): boolean => delimiter !== "\t";

export const recordOptions = (delimiter: string): Options => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: maxRecordCharacters,
  ltrim: isTrimmed(delimiter),
  record_delimiter: "\n",
  bom: true,
});

async function* decoded(source: Source, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Reads the start of the text, from which the dialect is found; its lines end in `\n`. */
export async function textStart(
  source: Source,
  encoding: string,
  maxCharacters: number,
): Promise<string> {
  let text = "";
  for await (const part of decoded(source, encoding)) {
    text += part;
    if (text.length > maxCharacters) return newlinesIn(text.slice(0, maxCharacters));
  }
  return newlinesIn(text);
}

/** @param before the number of lines before the parsed text */
function explained(error: unknown, name: string, before: number): unknown {
  const { code, lines } = error as { code?: string; lines?: number };
  const line = before + (lines ?? 1);
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return unreadable(
      `${name} ends inside a quoted cell: the quote is opened before line ${line} and never closed.`,
      "Correct the quotes, or export the file again.",
    );
  }
  if (code === "CSV_MAX_RECORD_SIZE") {
    return unreadable(
      `${name} has a record of more than a million characters near line ${line}.`,
      "Check whether a quote is left open there, and whether the file is CSV.",
    );
  }
  return error;
}

/** @throws ImportRefusal unreadable */
function withoutWide(records: CsvRecord[], name: string): CsvRecord[] {
  const wide = records.find(({ cells }) => cells.length > maxColumns);
  if (!wide) return records;
  throw unreadable(
    `${name} has ${wide.cells.length} columns in line ${wide.line}; at most ${maxColumns} can be imported.`,
    "Check that it is the right file.",
  );
}

async function* encoded(texts: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  for await (const text of texts) yield Buffer.from(text);
}

const inUtf8 = (source: Source, encoding: string): AsyncIterable<Uint8Array> =>
  encoding === "utf-8" ? source.chunks() : encoded(decoded(source, encoding));

/** Reads the file as UTF-8, whatever its encoding; its lines end in `\n`. */
export const linePieces = (source: Source, encoding: string): AsyncIterable<Uint8Array> =>
  withNewlines(inUtf8(source, encoding));

/** Splits plain lines, and hands over to a parser at the first line that needs one. */
class RecordReader {
  readonly #delimiter: string;
  readonly #plain: PlainLines;
  #parser: PiecewiseParser | undefined;
  #lines = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
    this.#plain = new PlainLines(delimiter, isTrimmed(delimiter));
  }

  /** The number of lines before the first line that needed a parser. */
  get plainLines(): number {
    return this.#lines;
  }

  async read(piece: Uint8Array): Promise<CsvRecord[]> {
    if (this.#parser) return this.#parser.feed(piece);
    const records = this.#plain.read(piece);
    return records ? this.#numbered(records) : this.#startParser().feed(this.#plain.rest);
  }

  async end(): Promise<CsvRecord[]> {
    if (this.#parser) return this.#parser.finish();
    return this.#numbered(this.#plain.end());
  }

  #numbered(records: string[][]): CsvRecord[] {
    const before = this.#lines;
    this.#lines += records.length;
    return records.map((cells, index) => ({ line: before + index + 1, cells }));
  }

  #startParser(): PiecewiseParser {
    const options = { ...recordOptions(this.#delimiter), bom: this.#lines === 0 };
    this.#parser = new PiecewiseParser(options, this.#lines);
    return this.#parser;
  }
}

/** Reads the records of a bank's file, several at a time. @throws ImportRefusal unreadable */
export const readRecords = (
  source: Source,
  encoding: string,
  delimiter: string,
): AsyncIterable<readonly CsvRecord[]> =>
  recordsIn(linePieces(source, encoding), source.name, delimiter);

/** Reads the records of Outlay's own file, whose texts stay unchanged. @throws ImportRefusal unreadable */
export const readOwnRecords = (
  source: Source,
  encoding: string,
  delimiter: string,
): AsyncIterable<readonly CsvRecord[]> =>
  recordsIn(withNewlinesOutside(inUtf8(source, encoding), delimiter), source.name, delimiter);

async function* recordsIn(
  pieces: AsyncIterable<Uint8Array>,
  name: string,
  delimiter: string,
): AsyncIterable<readonly CsvRecord[]> {
  const reader = new RecordReader(delimiter);
  try {
    for await (const piece of pieces) yield withoutWide(await reader.read(piece), name);
    yield withoutWide(await reader.end(), name);
  } catch (error) {
    throw explained(error, name, reader.plainLines);
  }
}
