const cellParts = 8;
const partly = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];

/**
 * A bar of so many cells, filled from the left up to a share; the rest is blank. Only a share of 1 or more
 * fills it completely, and any share above 0 is visible.
 */
export function bar(share: number, width: number): string {
  const all = width * cellParts;
  const filled = share > 0 ? Math.min(all, Math.max(1, Math.floor(share * all))) : 0;
  const whole = "█".repeat(Math.floor(filled / cellParts));
  return `${whole}${partly[filled % cellParts]}`.padEnd(width);
}

/** A bar for an amount below zero, in a lighter shade. @param share of the longest bar, above 0 */
export const barBelowZero = (share: number, width: number): string =>
  "░".repeat(Math.min(width, Math.max(1, Math.floor(share * width)))).padEnd(width);
