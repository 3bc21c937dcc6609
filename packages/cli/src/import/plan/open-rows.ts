/** The rows of a file, whatever kind of file it is. */
import type { FormatChoice } from "../formats/choose-format.ts";
import { isJson, isOwnHeader, ownValue, readJson } from "../own/own-files.ts";
import { ownRow } from "../own/own-row.ts";
import { readRecords, textStart } from "../read/records.ts";
import type { Source } from "../read/source.ts";
import { withMoves } from "../rows/moves.ts";
import { RowReader } from "../rows/read-row.ts";
import type { Row } from "../rows/row.ts";
import { findDialect } from "../sniff/dialect.ts";
import type { Given } from "../sniff/given.ts";
import type { Layout } from "../sniff/layout.ts";
import { sniff } from "../sniff/sniff.ts";
import { detectedOf } from "./detected.ts";
import type { Detected } from "./plan.ts";

/** A row, and the cells it was read from. */
interface FileRow {
  row: Row;
  cells: readonly string[];
}

/** How the file's rows would be written again. */
export interface FileTable {
  delimiter: string;
  /** A name for each column; empty ones where there are none. */
  names: readonly string[];
}

export interface FileRows {
  /** Null where there was nothing to work out: no rows. */
  detected: Detected | null;
  /** How the rows of a bank's file are read. */
  layout: Layout | undefined;
  /** Undefined for a file of lines. */
  table: FileTable | undefined;
  rows: AsyncIterable<FileRow>;
}

const startCharacters = 64 * 1024;

/** Outlay's own files leave nothing open. */
const ownDetected = (encoding: string, delimiter: string, headerLine: number | null): Detected => ({
  encoding,
  delimiter,
  header_line: headerLine,
  date_format: "YYYY-MM-DD",
  decimal: ".",
  sign: "expense-positive",
  columns: {},
});

async function* jsonRows(source: Source, encoding: string): AsyncIterable<FileRow> {
  for await (const record of readJson(source, encoding)) {
    yield { row: ownRow(record), cells: [JSON.stringify(record.value)] };
  }
}

async function* ownCsvRows(
  source: Source,
  encoding: string,
  delimiter: string,
  header: { line: number; cells: readonly string[] },
): AsyncIterable<FileRow> {
  for await (const { line, cells } of readRecords(source, encoding, delimiter)) {
    if (line <= header.line || cells.every((cell) => cell === "")) continue;
    yield { row: ownRow({ line, value: ownValue(header.cells, cells) }), cells };
  }
}

async function* bankRows(source: Source, layout: Layout): AsyncIterable<FileRow> {
  const reader = new RowReader(layout);
  const records = readRecords(source, layout.encoding, layout.delimiter);
  for await (const record of withMoves(records, layout)) {
    if (record.line < layout.firstLine) {
      reader.readHeading(record);
      continue;
    }
    const row = reader.read(record);
    if (row) yield { row, cells: record.cells };
  }
}

// oxlint-disable-next-line require-await -- there is nothing to wait for
async function* noRows(): AsyncIterable<FileRow> {
  yield* [];
}

/** @throws CliError import_unsure, usage */
export async function openRows(
  source: Source,
  encoding: string,
  given: Given,
  formats: FormatChoice,
): Promise<FileRows> {
  const start = await textStart(source, encoding, startCharacters);
  if (isJson(start)) {
    const rows = jsonRows(source, encoding);
    return {
      detected: ownDetected(encoding, "", null),
      layout: undefined,
      table: undefined,
      rows,
    };
  }
  const dialect = findDialect(start, given.delimiter);
  const { header, delimiter } = dialect;
  if (header && isOwnHeader(header.cells)) {
    return {
      detected: ownDetected(encoding, delimiter, header.line),
      layout: undefined,
      table: { delimiter, names: header.cells },
      rows: ownCsvRows(source, encoding, delimiter, header),
    };
  }
  const layout = await sniff(source, encoding, dialect, given, formats);
  if (!layout) return { detected: null, layout, table: undefined, rows: noRows() };
  return {
    detected: detectedOf(layout),
    layout,
    table: { delimiter, names: layout.columns.map(({ name }) => name) },
    rows: bankRows(source, layout),
  };
}
