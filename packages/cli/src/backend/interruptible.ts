import { type Backend, changesNothing, Interrupted } from "./backend.ts";

const stopSignals = ["SIGINT", "SIGTERM"] as const;

type Listening = (signal: (typeof stopSignals)[number], listener: () => void) => unknown;

/** Emits the signals that ask to stop: the process itself. */
export interface StopSignals {
  on: Listening;
  off: Listening;
}

/**
 * Wraps a server so that a signal interrupts a pending change with an error: the process would otherwise end
 * without a message although the server may have made the change.
 */
export function interruptible(backend: Backend, server: string, signals: StopSignals): Backend {
  return {
    async send(request, accessToken) {
      if (changesNothing(request)) return backend.send(request, accessToken);
      const stopping = new AbortController();
      const stop = () => stopping.abort();
      const stopped = new Promise<never>((_resolve, reject) => {
        stopping.signal.addEventListener("abort", () => reject(new Interrupted(server)));
      });
      for (const signal of stopSignals) signals.on(signal, stop);
      try {
        return await Promise.race([backend.send(request, accessToken), stopped]);
      } finally {
        // From here on a signal ends the process, as a second one does.
        for (const signal of stopSignals) signals.off(signal, stop);
      }
    },
    close: () => backend.close(),
  };
}
