import type { Io } from "./io.ts";

/** One line on a terminal that says how far something has come; nothing elsewhere. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away. */
  end(): void;
}

const eraseLine = "\r\u001B[K";

export function progressOn(io: Io, isWanted: boolean): Progress {
  let isShown = false;
  return {
    show(text) {
      if (!isWanted || !io.showsProgress) return;
      io.err(`${eraseLine}${text}`);
      isShown = true;
    },
    end() {
      if (isShown) io.err(eraseLine);
      isShown = false;
    },
  };
}
