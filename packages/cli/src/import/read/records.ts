/** The cells of each record, and the line that it begins in. */
import { type Options, Parser } from "csv-parse";
import { unsureOf } from "../import-error.ts";
import type { Source } from "./source.ts";

export interface CsvRecord {
  /** Counted from 1, as editors do. */
  line: number;
  cells: string[];
}

const maxColumns = 1000;
const maxRecordCharacters = 1024 * 1024;

export const recordOptions = (delimiter: string): Options => ({
  delimiter,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: false,
  max_record_size: maxRecordCharacters,
  // Blanks before a quote keep it from being one; between tabs, blanks can't be told from tabs.
  ltrim: delimiter !== "\t",
  bom: true,
});

async function* decoded(source: Source, encoding: string): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source.chunks()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** The start of the text, for finding out how it is written. */
export async function textStart(
  source: Source,
  encoding: string,
  maxCharacters: number,
): Promise<string> {
  let text = "";
  for await (const part of decoded(source, encoding)) {
    text += part;
    if (text.length > maxCharacters) return text.slice(0, maxCharacters);
  }
  return text;
}

function explained(error: unknown, name: string): unknown {
  const { code, lines } = error as { code?: string; lines?: number };
  if (code === "CSV_QUOTE_NOT_CLOSED") {
    return unsureOf(
      `${name} ends inside a quote that is opened before line ${lines ?? 1} and never closed.`,
      "Mend the quotes, or export the file again.",
    );
  }
  if (code === "CSV_MAX_RECORD_SIZE") {
    return unsureOf(
      `${name} has a record of more than a million characters near line ${lines ?? 1}.`,
      "Is a quote left open there, or the file no CSV?",
    );
  }
  return error;
}

function tooManyColumns(name: string, line: number, columns: number): Error {
  return unsureOf(
    `${name} has ${columns} columns in line ${line}.`,
    `At most ${maxColumns} can be imported. Is it the right file?`,
  );
}

/** Parses piece after piece; the records of each piece come out of it at once. */
class PiecewiseParser extends Parser {
  readonly #name: string;
  #line = 1;
  #ready: CsvRecord[] = [];

  constructor(delimiter: string, name: string) {
    super(recordOptions(delimiter));
    this.#name = name;
    this.resume();
    // Whoever feeds it is told, too.
    this.on("error", () => undefined);
  }

  /** Keeps a record back from the stream, whose ways are long; the end goes through it. */
  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(cells);
    this.#ready.push({ line: this.#line, cells });
    this.#line = this.info.lines + 1;
    return true;
  }

  async feed(piece: string | Uint8Array): Promise<CsvRecord[]> {
    await new Promise<void>((resolve, reject) => {
      this.write(piece, (error) => (error ? reject(error) : resolve()));
    });
    return this.#take();
  }

  async finish(): Promise<CsvRecord[]> {
    await new Promise<void>((resolve, reject) => {
      this.once("error", reject);
      this.end(resolve);
    });
    return this.#take();
  }

  #take(): CsvRecord[] {
    const ready = this.#ready;
    this.#ready = [];
    const wide = ready.find(({ cells }) => cells.length > maxColumns);
    if (wide) throw tooManyColumns(this.#name, wide.line, wide.cells.length);
    return ready;
  }
}

/** Some at a time, since files have many. @throws CliError import_unsure */
export async function* readRecords(
  source: Source,
  encoding: string,
  delimiter: string,
): AsyncIterable<readonly CsvRecord[]> {
  const parser = new PiecewiseParser(delimiter, source.name);
  try {
    // The parser reads UTF-8, and everything else once it is made into that.
    const pieces = encoding === "utf-8" ? source.chunks() : decoded(source, encoding);
    for await (const piece of pieces) yield await parser.feed(piece);
    yield await parser.finish();
  } catch (error) {
    throw explained(error, source.name);
  }
}
