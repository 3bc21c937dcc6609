import { textOf } from "../text-of.ts";

const newline = "\n";
const byteOrderMark = "\uFEFF";

// Longer lines are left to the parser, which limits them.
const maxBegunBytes = 64 * 1024;

/**
 * Splits lines up to the first quote, where a parser has to take over. Searching for a few characters takes a
 * sixth of the time of the parser, which examines each one. Lines must end in `\n`.
 */
export class PlainLines {
  readonly #delimiter: string;
  readonly #isTrimmed: boolean;
  #hasBegun = false;
  /** The unread bytes: an unfinished line, or everything that follows once a parser has to take over. */
  rest: Buffer = Buffer.alloc(0);

  /** @param isTrimmed whether to remove blanks before the text of a cell */
  constructor(delimiter: string, isTrimmed: boolean) {
    this.#delimiter = delimiter;
    this.#isTrimmed = isTrimmed;
  }

  /**
   * Returns the cells of each line that ends in the piece; undefined if a parser has to take over.
   * @param piece UTF-8 text
   */
  read(piece: Uint8Array): string[][] | undefined {
    const bytes = Buffer.concat([this.rest, piece]);
    const end = bytes.lastIndexOf(newline) + 1;
    const isParsed = bytes.includes('"') || bytes.length - end > maxBegunBytes;
    const records = isParsed ? undefined : this.#records(textOf(bytes.subarray(0, end)));
    this.rest = records ? bytes.subarray(end) : bytes;
    return records;
  }

  /** Returns the cells of the last line, if it has no line end. */
  end(): string[][] {
    const text = textOf(this.rest);
    // A line of ignorable blanks isn't a record.
    const isBlank = this.#isTrimmed && text.trim() === "";
    return isBlank ? [] : this.#records(text);
  }

  #records(whole: string): string[][] {
    const text = !this.#hasBegun && whole.startsWith(byteOrderMark) ? whole.slice(1) : whole;
    if (text === "") return [];
    const lines = text.split(newline);
    if (lines.at(-1) === "") lines.pop();
    this.#hasBegun = true;
    return lines.map((line) => this.#cellsOf(line));
  }

  #cellsOf(line: string): string[] {
    const cells = line.split(this.#delimiter);
    return this.#isTrimmed ? cells.map((cell) => cell.trimStart()) : cells;
  }
}
