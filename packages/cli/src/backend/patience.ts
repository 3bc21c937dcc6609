import { allowedMs, answerTooSlow, failure } from "./read-body.ts";

export const noAnswer = "NO_ANSWER";

export interface Patience {
  /** Aborted, with the reason, when an answer takes longer than it may. */
  signal: AbortSignal;
  /** Notes that an answer has begun, with the size received so far. */
  onBytes: (bytes: number) => void;
  end: () => void;
}

/**
 * Limits the time of an answer, even while no data arrives.
 * @param elapsedMs the time since the request was sent
 */
export function patience(timeoutMs: number, elapsedMs: () => number): Patience {
  const stopped = new AbortController();
  let bytes: number | undefined;
  const look = () => {
    const leftMs = allowedMs(bytes ?? 0, timeoutMs) - elapsedMs();
    if (leftMs > 0) timer = setTimeout(look, Math.ceil(leftMs));
    else stopped.abort(failure(bytes === undefined ? noAnswer : answerTooSlow));
  };
  let timer = setTimeout(look, Math.max(0, timeoutMs - elapsedMs()));
  return {
    signal: stopped.signal,
    onBytes: (count) => (bytes = count),
    end: () => clearTimeout(timer),
  };
}
