const levels = "▁▂▃▄▅▆▇█";

/** Stands for a value below zero, which has no column. */
export const belowZero = "-";

/** A column for each value, scaled to the largest. Only 0 has the lowest column. */
export function sparkline(values: readonly bigint[]): string {
  const most = values.reduce((largest, value) => (value > largest ? value : largest), 0n);
  const steps = BigInt(levels.length - 1);
  return values
    .map((value) => {
      if (value < 0n) return belowZero;
      if (value === 0n) return levels.charAt(0);
      // Rounds up, so that any value above 0 is visible.
      return levels.charAt(Number((value * steps + most - 1n) / most));
    })
    .join("");
}
