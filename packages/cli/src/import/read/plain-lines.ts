import { textOf } from "../text-of.ts";

const newline = "\n";
const carriageReturn = "\r";
const byteOrderMark = "\uFEFF";

// A longer line is the parser's to judge.
const maxBegunBytes = 64 * 1024;

/**
 * A file's records up to where something has to be parsed: as long as it has no quotes, and lines that all end in
 * one way. To look for a few letters takes a sixth of what it takes a parser, which looks at each of them.
 */
export class PlainLines {
  readonly #delimiter: string;
  readonly #isTrimmed: boolean;
  #hasBegun = false;
  #lineEnd: "\n" | "\r\n" | undefined;
  /** The bytes that aren't read yet: of a line that hasn't ended or, where a parser has to go on, all that follow. */
  rest: Buffer = Buffer.alloc(0);

  /** @param isTrimmed whether blanks before the text of a cell are left out */
  constructor(delimiter: string, isTrimmed: boolean) {
    this.#delimiter = delimiter;
    this.#isTrimmed = isTrimmed;
  }

  /** What ends the lines that were read; undefined where there were none. */
  get lineEnd(): string | undefined {
    return this.#lineEnd;
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

  /** The cells of the last line, if that didn't end; undefined where a parser has to go on. */
  end(): string[][] | undefined {
    const text = textOf(this.rest);
    // Nothing but blanks that don't count is no line.
    const isBlank = this.#isTrimmed && !text.includes(carriageReturn) && text.trim() === "";
    return isBlank ? [] : this.#records(text);
  }

  #records(whole: string): string[][] | undefined {
    const text = !this.#hasBegun && whole.startsWith(byteOrderMark) ? whole.slice(1) : whole;
    if (text === "") return [];
    const hasReturns = text.includes(carriageReturn);
    const lineEnd = this.#lineEnd ?? (hasReturns ? "\r\n" : newline);
    const lines = text.split(lineEnd);
    if (hasReturns && (lineEnd === newline || lines.some((line) => /[\r\n]/.test(line))))
      return undefined;
    if (!hasReturns && lineEnd !== newline && text.includes(newline)) return undefined;
    if (lines.length > 1) this.#lineEnd = lineEnd;
    if (lines.at(-1) === "") lines.pop();
    this.#hasBegun = true;
    return lines.map((line) => this.#cellsOf(line));
  }

  #cellsOf(line: string): string[] {
    const cells = line.split(this.#delimiter);
    return this.#isTrimmed ? cells.map((cell) => cell.trimStart()) : cells;
  }
}
