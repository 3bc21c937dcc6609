/** Opens a file's rows, whatever kind of file it is. */
import type { FileHandle } from "node:fs/promises";
import type { FormatChoice } from "../formats/choose-format.ts";
import { isJson, isOwnHeader, ownValue, readJson } from "../own/own-files.ts";
import { ownRow } from "../own/own-row.ts";
import { KeptRecords } from "../read/kept-records.ts";
import type { CsvRecord } from "../read/csv-record.ts";
import { readOwnRecords, readRecords, textStart } from "../read/records.ts";
import type { Source } from "../read/source.ts";
import type { BalanceGap } from "../rows/balance-check.ts";
import { type MovedRecord, withMoves } from "../rows/moves.ts";
import { RowReader } from "../rows/read-row.ts";
import type { ReadRow } from "../rows/waiting-rows.ts";
import { findReading, type Reading } from "../formats/find-reading.ts";
import type { Given } from "../given/given.ts";
import type { Layout } from "../sniff/layout.ts";
import { sniff } from "../sniff/sniff.ts";
import { detectedOf } from "./detected.ts";
import type { Detected } from "./plan.ts";
import { type FileTable, withoutNote, withoutNotes } from "./rejects.ts";

export interface FileRows {
  /** Null if the file has no rows, so that there was nothing to detect. */
  detected: Detected | null;
  /** How to read the rows of a bank's file. */
  layout: Layout | undefined;
  /** Undefined for a file of lines. */
  table: FileTable | undefined;
  /** The rows in the order of the file, several at a time. */
  rows: AsyncIterable<readonly ReadRow[]>;
  /** Returns the gaps between the balance and the rows. Call it once all rows are read. */
  balanceGaps: () => readonly BalanceGap[];
  /** The keys of the imports that the rows were rejected from; empty for other files. */
  origins: ReadonlySet<string>;
}

const withoutNoteIn = (header: CsvRecord | undefined): CsvRecord | undefined =>
  header && { ...header, cells: withoutNote(header.cells) };

const startCharacters = 64 * 1024;

/** Outlay's own files leave nothing to detect. */
const ownDetected = (encoding: string, delimiter: string, headerLine: number | null): Detected => ({
  encoding,
  delimiter,
  header_line: headerLine,
  date_format: "YYYY-MM-DD",
  decimal: ".",
  sign: "expense-positive",
  columns: {},
});

async function* jsonRows(source: Source, encoding: string): AsyncIterable<ReadRow[]> {
  for await (const record of readJson(source, encoding)) {
    yield [{ row: ownRow(record), cells: [record.text] }];
  }
}

async function* ownCsvRows(
  source: Source,
  encoding: string,
  delimiter: string,
  header: { line: number; cells: readonly string[] },
): AsyncIterable<ReadRow[]> {
  for await (const records of readOwnRecords(source, encoding, delimiter)) {
    yield records
      .filter(({ line, cells }) => line > header.line && cells.some((cell) => cell !== ""))
      .map(({ line, cells }) => ({
        row: ownRow({ line, value: ownValue(header.cells, cells) }),
        cells,
      }));
  }
}

async function* bankRows(
  records: AsyncIterable<readonly CsvRecord[]>,
  layout: Layout,
  reader: RowReader,
): AsyncIterable<ReadRow[]> {
  const read = (record: MovedRecord): void =>
    record.line < layout.firstLine ? reader.readAbove(record) : reader.read(record);
  for await (const some of withMoves(records, layout)) {
    some.forEach(read);
    yield reader.take();
  }
  reader.end();
  yield reader.take();
}

const noGaps = (): readonly BalanceGap[] => [];

// oxlint-disable-next-line require-await -- there is nothing to wait for
async function* noRows(): AsyncIterable<ReadRow[]> {
  yield* [];
}

const nothingOpen = { layout: undefined, origins: new Set<string>(), balanceGaps: noGaps };

/** @throws ImportRefusal unsure, unreadable, bad_option */
async function openBankRows(
  source: Source,
  reading: Reading,
  given: Given,
  formats: FormatChoice,
  copy: FileHandle,
): Promise<FileRows> {
  const { encoding, dialect } = reading;
  const { delimiter } = dialect;
  const origins = new Set<string>();
  const parsed = readRecords(source, encoding, delimiter);
  const records = new KeptRecords(withoutNotes(parsed, origins), copy);
  const layout = await sniff(source, records, encoding, dialect, given, formats);
  if (!layout) {
    return { ...nothingOpen, detected: null, table: undefined, origins, rows: noRows() };
  }
  const reader = new RowReader(layout);
  return {
    detected: detectedOf(layout),
    layout,
    table: { delimiter, names: layout.columns.map(({ name }) => name) },
    origins,
    rows: bankRows(records.read(), layout, reader),
    balanceGaps: () => reader.balanceGaps(),
  };
}

/**
 * @param copy an empty file that records may be copied to meanwhile
 * @throws ImportRefusal unsure, unreadable, bad_option
 */
export async function openRows(
  source: Source,
  encoding: string,
  given: Given,
  formats: FormatChoice,
  copy: FileHandle,
): Promise<FileRows> {
  const start = await textStart(source, encoding, startCharacters);
  if (isJson(start)) {
    const detected = ownDetected(encoding, "", null);
    return { ...nothingOpen, detected, table: undefined, rows: jsonRows(source, encoding) };
  }
  const reading = findReading(start, encoding, given, formats);
  const { delimiter } = reading.dialect;
  const header = withoutNoteIn(reading.dialect.header);
  if (header && isOwnHeader(header.cells)) {
    return {
      ...nothingOpen,
      detected: ownDetected(encoding, delimiter, header.line),
      table: { delimiter, names: header.cells },
      rows: ownCsvRows(source, encoding, delimiter, header),
    };
  }
  const dialect = { ...reading.dialect, header };
  return openBankRows(source, { ...reading, dialect }, given, formats, copy);
}
