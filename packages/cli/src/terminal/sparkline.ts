const levels = "▁▂▃▄▅▆▇█";

/** A column for each value, the highest for the largest. Only what is 0 has the lowest. */
export function sparkline(values: readonly bigint[]): string {
  const most = values.reduce((largest, value) => (value > largest ? value : largest), 0n);
  const steps = BigInt(levels.length - 1);
  return values
    .map((value) => {
      if (value <= 0n) return levels.charAt(0);
      // Rounded up: whatever there is shows.
      return levels.charAt(Number((value * steps + most - 1n) / most));
    })
    .join("");
}
