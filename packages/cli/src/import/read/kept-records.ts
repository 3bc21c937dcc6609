import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { writing } from "../temporary.ts";
import type { CsvRecord } from "./records.ts";

/** Records that can be read as often as need be: parsed once, and kept in a file for the next time. */
export class KeptRecords {
  readonly #parsed: AsyncIterable<readonly CsvRecord[]>;
  readonly #path: string;
  #isKept = false;

  /** @param path where nothing is yet */
  constructor(parsed: AsyncIterable<readonly CsvRecord[]>, path: string) {
    this.#parsed = parsed;
    this.#path = path;
  }

  /** Some at a time. The first time they have to be read to their end. */
  read(): AsyncIterable<readonly CsvRecord[]> {
    if (this.#isKept) return this.#again();
    this.#isKept = true;
    return this.#keep();
  }

  async *#keep(): AsyncIterable<readonly CsvRecord[]> {
    const file = await writing(() => open(this.#path, "wx", 0o600));
    try {
      for await (const some of this.#parsed) {
        await writing(() => file.writeFile(`${JSON.stringify(some)}\n`));
        yield some;
      }
    } finally {
      await file.close();
    }
  }

  async *#again(): AsyncIterable<readonly CsvRecord[]> {
    const lines = createInterface({ input: createReadStream(this.#path), crlfDelay: Infinity });
    for await (const line of lines) yield JSON.parse(line) as CsvRecord[];
  }
}
