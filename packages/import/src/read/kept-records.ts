import type { FileHandle } from "node:fs/promises";
import { OneAtATime } from "@outlay/files";
import { linesOf, writing } from "../temporary.ts";
import type { CsvRecord } from "./csv-record.ts";

/** Records that can be read repeatedly: they are parsed once, and kept in a file from then on. */
export class KeptRecords {
  readonly #parsed: AsyncIterable<readonly CsvRecord[]>;
  readonly #file: FileHandle;
  #isKept = false;

  /** @param file an empty file */
  constructor(parsed: AsyncIterable<readonly CsvRecord[]>, file: FileHandle) {
    this.#parsed = parsed;
    this.#file = file;
  }

  /** Yields the records, several at a time. The first pass has to run to the end. */
  read(): AsyncIterable<readonly CsvRecord[]> {
    if (this.#isKept) return this.#again();
    this.#isKept = true;
    return this.#keep();
  }

  async *#keep(): AsyncIterable<readonly CsvRecord[]> {
    const keeping = new OneAtATime();
    try {
      for await (const some of this.#parsed) {
        await keeping.start(() => writing(() => this.#file.writeFile(`${JSON.stringify(some)}\n`)));
        yield some;
      }
    } finally {
      await keeping.end();
    }
  }

  async *#again(): AsyncIterable<readonly CsvRecord[]> {
    for await (const lines of linesOf(this.#file)) {
      for (const line of lines) yield JSON.parse(line) as CsvRecord[];
    }
  }
}
