import type { FileHandle } from "node:fs/promises";
import { OneAtATime } from "@outlay/files";
import { linesOf, writing } from "../temporary.ts";
import type { CsvRecord } from "./csv-record.ts";

/** Records that can be read as often as need be: parsed once, and kept in a file for the next time. */
export class KeptRecords {
  readonly #parsed: AsyncIterable<readonly CsvRecord[]>;
  readonly #file: FileHandle;
  #isKept = false;

  /** @param file an empty one */
  constructor(parsed: AsyncIterable<readonly CsvRecord[]>, file: FileHandle) {
    this.#parsed = parsed;
    this.#file = file;
  }

  /** Some at a time. The first time they have to be read to their end. */
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
