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

/**
 * The same where every quote is one, as in what Outlay has written: what stands inside of quotes is a record's text, and
 * stays as it is.
 */
export async function* withNewlinesOutside(
  pieces: AsyncIterable<Uint8Array>,
): AsyncIterable<Uint8Array> {
  let isInside = false;
  let endedInReturn = false;
  for await (const piece of pieces) {
    const parts = Buffer.from(piece).toString("latin1").split('"');
    const texts = parts.map((part, index) => {
      if (index > 0) isInside = !isInside;
      if (isInside) return part;
      const rest = index === 0 && endedInReturn && part.startsWith("\n") ? part.slice(1) : part;
      return newlinesIn(rest);
    });
    endedInReturn = !isInside && (parts.at(-1) ?? "").endsWith("\r");
    yield Buffer.from(texts.join('"'), "latin1");
  }
}
