/** Ratios and projections of cents, by integer arithmetic alone. */

const ratioPlaces = 4;

/**
 * The used share of a limit: 0.625. It is cut to four places and not rounded, so that it stays
 * below 1 as long as anything is left. Null where the limit is zero.
 */
export function usedRatio(spentCents: bigint, limitCents: bigint): number | null {
  if (limitCents <= 0n) return null;
  const parts = String((spentCents * 10_000n) / limitCents).padStart(ratioPlaces + 1, "0");
  return Number(`${parts.slice(0, -ratioPlaces)}.${parts.slice(-ratioPlaces)}`);
}

/** Projects the spending of the elapsed days to all days, rounding half a cent up. */
export function atPace(spentCents: bigint, elapsedDays: number, days: number): bigint {
  const elapsed = BigInt(elapsedDays);
  return (2n * spentCents * BigInt(days) + elapsed) / (2n * elapsed);
}
