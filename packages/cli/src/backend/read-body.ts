/** Reads an answer's body as far as anybody should wait for it. */

/** No list of records in one answer is as long as this; a body that is longer never ends. */
const mostBytes = 256 * 1024 * 1024;

/** A body that comes more slowly than the slowest network would bring it is dripped on purpose. */
const leastBytesPerSecond = 1024;

export const answerTooSlow = "ANSWER_TOO_SLOW";
export const answerTooLong = "ANSWER_TOO_LONG";

export const failure = (code: string) => Object.assign(new Error(code), { code });

/** How long an answer may take of which so much has come. */
export const allowedMs = (bytes: number, timeoutMs: number): number =>
  timeoutMs + (bytes / leastBytesPerSecond) * 1000;

export interface BodyLimits {
  /** How long an answer may take however slowly it comes. */
  timeoutMs: number;
  /** Milliseconds since it was asked for. */
  elapsedMs: () => number;
  mostBytes?: number;
  /** Told how much has come so far. */
  onBytes?: (bytes: number) => void;
}

/**
 * The text of a body.
 * @throws Error with one of the codes above; leaving it breaks the connection off
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
