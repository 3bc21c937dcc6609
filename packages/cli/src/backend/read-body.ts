/** Reads an answer's body, within limits of size and time. */

/** No list of records in one answer is this long; a longer body never ends. */
const mostBytes = 256 * 1024 * 1024;

/** A body that arrives more slowly than on the slowest network is being dripped on purpose. */
const leastBytesPerSecond = 1024;

export const answerTooSlow = "ANSWER_TOO_SLOW";
export const answerTooLong = "ANSWER_TOO_LONG";

export const failure = (code: string) => Object.assign(new Error(code), { code });

/** How long an answer may take, given how much of it has arrived. */
export const allowedMs = (bytes: number, timeoutMs: number): number =>
  timeoutMs + (bytes / leastBytesPerSecond) * 1000;

export interface BodyLimits {
  /** How long an answer may take at least, however slowly it arrives. */
  timeoutMs: number;
  /** Milliseconds since the request was sent. */
  elapsedMs: () => number;
  mostBytes?: number;
  /** Called with the size received so far. */
  onBytes?: (bytes: number) => void;
}

/**
 * Reads the text of a body.
 * @throws Error with one of the codes above; leaving the loop closes the connection
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  { timeoutMs, elapsedMs, mostBytes: most = mostBytes, onBytes }: BodyLimits,
): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = "";
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > most) throw failure(answerTooLong);
    onBytes?.(bytes);
    if (elapsedMs() > allowedMs(bytes, timeoutMs)) throw failure(answerTooSlow);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
