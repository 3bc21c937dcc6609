/** Records that have been read once, kept in a file for the second look: parsing them again takes longer. */
import type { FileHandle } from "node:fs/promises";
import { linesOf, writing } from "../temporary.ts";
import type { CsvRecord } from "./records.ts";

/** Hands the records on, and keeps them. @param file an empty one */
export async function* keepRecords(
  file: FileHandle,
  records: AsyncIterable<readonly CsvRecord[]>,
): AsyncIterable<readonly CsvRecord[]> {
  for await (const some of records) {
    // A line for each piece of the file.
    await writing(() => file.writeFile(`${JSON.stringify(some)}\n`));
    yield some;
  }
}

/** The records again, once all have been kept. */
export async function* keptRecords(file: FileHandle): AsyncIterable<readonly CsvRecord[]> {
  for await (const lines of linesOf(file)) {
    for (const line of lines) yield JSON.parse(line) as CsvRecord[];
  }
}
