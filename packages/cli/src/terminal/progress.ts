import stringWidth from "string-width";
import { fit } from "./fit.ts";
import type { Io } from "./io.ts";
import { printable } from "./printable.ts";

/** One line on a terminal that says how far something has come; nothing elsewhere. */
export interface Progress {
  /** @param fraction from 0 to 1 */
  show(what: string, fraction: number): void;
  /** Takes the line away. */
  end(): void;
}

const usualWidth = 80;
const longestBar = 40;
const shortestBar = 5;
/** What stands around the bar: `  [` and `] 100%`. */
const restWidth = 9;

/** `Reading giro.csv  [█████░░░░░] 52%` */
export function progressLine(what: string, fraction: number, width: number): string {
  // Behind the last column a terminal may begin a new line.
  const room = width - 1 - restWidth;
  const label = fit(printable(what), Math.max(1, room - shortestBar));
  const barWidth = Math.max(shortestBar, Math.min(longestBar, room - stringWidth(label)));
  const known = Math.min(1, Math.max(0, fraction));
  const doneWidth = Math.floor(known * barWidth);
  const bar = "█".repeat(doneWidth) + "░".repeat(barWidth - doneWidth);
  return `${label}  [${bar}] ${Math.floor(known * 100)}%`;
}

export function progressOn(io: Io, isWanted: boolean): Progress {
  let shown = "";
  return {
    show(what, fraction) {
      if (!isWanted || !io.showsProgress) return;
      const line = progressLine(what, fraction, io.errColumns ?? usualWidth);
      if (line === shown) return;
      io.showLine(line);
      shown = line;
    },
    end() {
      if (shown !== "") io.showLine("");
      shown = "";
    },
  };
}
