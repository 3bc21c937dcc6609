import { textOf } from "../text-of.ts";

const newline = "\n";
const byteOrderMark = "\uFEFF";

// A longer line is the parser's to judge.
const maxBegunBytes = 64 * 1024;

/**
 * A file's records up to the first quote, from which on a parser has to go on. To look for a few letters takes a sixth
 * of what it takes a parser, which looks at each of them. Lines end in `\n`.
 */
export class PlainLines {
  readonly #delimiter: string;
  readonly #isTrimmed: boolean;
  #hasBegun = false;
  /** The bytes that aren't read yet: of a line that hasn't ended or, where a parser has to go on, all that follow. */
  rest: Buffer = Buffer.alloc(0);

  /** @param isTrimmed whether blanks before the text of a cell are left out */
  constructor(delimiter: string, isTrimmed: boolean) {
    this.#delimiter = delimiter;
    this.#isTrimmed = isTrimmed;
  }

  /** The cells of each line that ends in the piece; undefined where a parser has to go on. @param piece of UTF-8 */
  read(piece: Uint8Array): string[][] | undefined {
    const bytes = Buffer.concat([this.rest, piece]);
    const end = bytes.lastIndexOf(newline) + 1;
    const isParsed = bytes.includes('"') || bytes.length - end > maxBegunBytes;
    const records = isParsed ? undefined : this.#records(textOf(bytes.subarray(0, end)));
    this.rest = records ? bytes.subarray(end) : bytes;
    return records;
  }

  /** The cells of the last line, if that didn't end. */
  end(): string[][] {
    const text = textOf(this.rest);
    // Nothing but blanks that don't count is no line.
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
