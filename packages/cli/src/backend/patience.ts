import { allowedMs, answerTooSlow, failure } from "./read-body.ts";

export const noAnswer = "NO_ANSWER";

export interface Patience {
  /** Aborted with what is wrong, where an answer takes longer than it may. */
  signal: AbortSignal;
  /** An answer has begun, of which so much has come. */
  onBytes: (bytes: number) => void;
  end: () => void;
}

/**
 * Watches over the time of an answer, also while nothing comes that could be looked at.
 * @param elapsedMs since it was asked for
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
