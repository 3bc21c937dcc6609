import { type Backend, changesNothing, Interrupted } from "./backend.ts";

const stopSignals = ["SIGINT", "SIGTERM"] as const;

type Listening = (signal: (typeof stopSignals)[number], listener: () => void) => unknown;

/** What hears of signals to stop: the process itself. */
export interface StopSignals {
  on: Listening;
  off: Listening;
}

/** Rejects with `Interrupted` at the first signal; `stop` takes the listeners off, so that a second one ends the process. */
function untilInterrupted(signals: StopSignals, server: string) {
  let stop = () => {};
  const interrupted = new Promise<never>((_resolve, reject) => {
    const listener = () => {
      stop();
      reject(new Interrupted(server));
    };
    stop = () => {
      for (const signal of stopSignals) signals.off(signal, listener);
    };
    for (const signal of stopSignals) signals.on(signal, listener);
  });
  return { interrupted, stop: () => stop() };
}

/**
 * A server whose changes a signal breaks off with an error: the process would end without a word, though the
 * server may have made the change.
 */
export function interruptible(backend: Backend, server: string, signals: StopSignals): Backend {
  return {
    async send(request, accessToken) {
      if (changesNothing(request)) return backend.send(request, accessToken);
      const { interrupted, stop } = untilInterrupted(signals, server);
      try {
        return await Promise.race([backend.send(request, accessToken), interrupted]);
      } finally {
        stop();
      }
    },
    close: () => backend.close(),
  };
}
