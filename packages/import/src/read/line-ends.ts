const newline = 0x0a;
const carriageReturn = 0x0d;

/**
 * Turns all line ends (CRLF, LF and CR, in any mixture) of UTF-8 text into `\n`, inside quotes too. Later
 * readers need not know about line ends, and none can mistake one line for two.
 */
export async function* withNewlines(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let endedInReturn = false;
  for await (const piece of pieces) {
    if (piece.length === 0) continue;
    // Skips the second half of a CRLF that is split between two pieces.
    const rest = endedInReturn && piece[0] === newline ? piece.subarray(1) : piece;
    endedInReturn = piece.at(-1) === carriageReturn;
    yield rest.includes(carriageReturn) ? replaced(rest) : rest;
  }
}

// UTF-8 never uses the bytes of line ends inside a letter, so the text can be treated as Latin-1 meanwhile.
const replaced = (piece: Uint8Array): Uint8Array =>
  Buffer.from(newlinesIn(Buffer.from(piece).toString("latin1")), "latin1");

/** Turns all line ends of a whole text into `\n`. */
export const newlinesIn = (text: string): string => text.replace(/\r\n?/g, "\n");

/** Tracks which characters of a text are inside quotes. */
class Quotes {
  readonly #delimiter: string;
  #isInside = false;
  #isAtStart = true;
  #mayClose = false;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /**
   * Returns whether the next character is inside quotes. Only a quote at the start of a cell opens it, and two
   * quotes stand for one.
   */
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
 * Turns line ends outside quotes into `\n`. In Outlay's own files, text inside quotes belongs to a record and
 * stays unchanged.
 * @param delimiter the character between cells
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
