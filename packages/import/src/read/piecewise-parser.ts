import { type Options, Parser } from "csv-parse";
import type { CsvRecord } from "./csv-record.ts";

/** Parses a text piece by piece, and returns the records of each piece at once. */
export class PiecewiseParser extends Parser {
  readonly #before: number;
  #line: number;
  #ready: CsvRecord[] = [];

  /** @param before the number of lines before the parsed text */
  constructor(options: Options, before: number) {
    super(options);
    this.#before = before;
    this.#line = before + 1;
    this.resume();
    // `feed` and `finish` also report the error.
    this.on("error", () => undefined);
  }

  /**
   * Collects records directly, because passing them through the stream is slow. Only the end goes through it.
   */
  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(cells);
    this.#ready.push({ line: this.#line, cells });
    this.#line = this.#before + this.info.lines + 1;
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
    return ready;
  }
}
