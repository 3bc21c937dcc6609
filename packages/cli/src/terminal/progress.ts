import { columnWidth } from "./column-width.ts";
import { fit } from "./fit.ts";
import type { Io } from "./io.ts";
import { printable } from "./printable.ts";

/** A progress line on a terminal; writes nothing elsewhere. */
export interface Progress {
  /** @param fraction from 0 to 1 */
  show(what: string, fraction: number): void;
  /** Removes the line. */
  end(): void;
}

const usualWidth = 80;
const longestBar = 40;
const shortestBar = 5;
/** The width of the text around the bar: `  [` and `] 100%`. */
const restWidth = 9;

/** `Reading giro.csv  [█████░░░░░] 52%` */
export function progressLine(what: string, fraction: number, width: number): string {
  // A terminal may start a new line after its last column.
  const room = width - 1 - restWidth;
  const label = fit(printable(what), Math.max(1, room - shortestBar));
  const barWidth = Math.max(shortestBar, Math.min(longestBar, room - columnWidth(label)));
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
