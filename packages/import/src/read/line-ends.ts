const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Text in UTF-8 with `\n` behind every line, whichever of CRLF, LF and CR end the lines of the file, in any mixture and
 * also inside of quotes: no reader behind this has to know how lines may end, and none can mistake one line for two.
 */
export async function* withNewlines(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let endedInReturn = false;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    // The second half of a CRLF that lies in two pieces.
    const rest = endedInReturn && piece[0] === newline ? piece.subarray(1) : piece;
    endedInReturn = piece.at(-1) === carriageReturn;
    yield rest.includes(carriageReturn) ? replaced(rest) : rest;
  }
}

// Bytes of letters are never those of line ends in UTF-8, so that they may pass for Latin-1 meanwhile.
const replaced = (piece: Uint8Array): Uint8Array =>
  Buffer.from(newlinesIn(Buffer.from(piece).toString("latin1")), "latin1");

/** The same of a text that is there as a whole. */
export const newlinesIn = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Which letters of a text stand inside of quotes, told one after the other. */
class Quotes {
  readonly #delimiter: string;
  #isInside = false;
  #isAtStart = true;
  #mayClose = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** Whether the letter is inside. A quote opens a cell at its start alone, and two of them are one. */
  take(letter: string): boolean {
    if (this.#isInside) {
      if (letter === '"') this.#mayClose = !this.#mayClose;
      else if (this.#mayClose) this.#isInside = false;
      if (this.#isInside) return true;
    } else if (letter === '"' && this.#isAtStart) this.#isInside = true;
    this.#mayClose = false;
    this.#isAtStart = letter === this.#delimiter || letter === "\n" || letter === "\r";
    return this.#isInside;
  }
}

/**
 * The same of what Outlay has written, where what stands inside of quotes is a record's text, and stays as it is.
 * @param delimiter what divides the cells
 */
export async function* withNewlinesOutside(
  pieces: AsyncIterable<Uint8Array>,
  delimiter: string,
): AsyncIterable<Uint8Array> {
  const quotes = new Quotes(delimiter);
  let endedInReturn = false;
  for await (const piece of pieces) {
    let text = "";
    for (const letter of Buffer.from(piece).toString("latin1")) {
      const isInside = quotes.take(letter);
      const isReturn = letter === "\r" && !isInside;
      if (isReturn) text += "\n";
      else if (isInside || letter !== "\n" || !endedInReturn) text += letter;
      endedInReturn = isReturn;
    }
    yield Buffer.from(text, "latin1");
  }
}
