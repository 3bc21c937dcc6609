/** Records that have been read once, kept in a file for the second look: parsing them again takes longer. */
import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { writing } from "../temporary.ts";
import type { CsvRecord } from "./records.ts";

export class RecordCopy {
  readonly #path: string;
  #file: FileHandle | undefined;

  /** @param path where nothing is yet */
  constructor(path: string) {
    this.#path = path;
  }

  /** Hands the records on, and keeps them. */
  async *keep(records: AsyncIterable<readonly CsvRecord[]>): AsyncIterable<readonly CsvRecord[]> {
    this.#file = await writing(() => open(this.#path, "wx", 0o600));
    const file = this.#file;
    try {
      for await (const some of records) {
        // A line for each piece of the file.
        await writing(() => file.writeFile(`${JSON.stringify(some)}\n`));
        yield some;
      }
    } finally {
      await file.close();
    }
  }

  /** The records again, once all have been kept. */
  async *again(): AsyncIterable<readonly CsvRecord[]> {
    const lines = createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity });
    for await (const line of lines) yield JSON.parse(line) as CsvRecord[];
  }
}
