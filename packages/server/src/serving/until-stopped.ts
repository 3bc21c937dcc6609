/** The source of signals, which is the process itself. */
export interface Signals {
  on(signal: StopSignal, listener: () => void): unknown;
  exit(code: number): void;
}

type StopSignal = "SIGINT" | "SIGTERM";

/** The exit code after a signal: as in shells, 128 plus the signal's number. */
const exitCodes = { SIGINT: 130, SIGTERM: 143 } satisfies Record<StopSignal, number>;

/**
 * Returns a promise that the first signal to stop fulfils. A second signal, of either kind, ends the process at once.
 */
export function untilStopped(signals: Signals): Promise<void> {
  return new Promise((resolve) => {
    let isAsked = false;
    const listen = (signal: StopSignal) =>
      signals.on(signal, () => {
        if (isAsked) signals.exit(exitCodes[signal]);
        isAsked = true;
        resolve();
      });
    listen("SIGINT");
    listen("SIGTERM");
  });
}
