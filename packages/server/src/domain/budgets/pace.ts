/** Ratios and projections of cents, calculated with integers only. */

const ratioPlaces = 4;

/**
 * Returns the used share of a limit, such as 0.625. It is cut to four decimal places and not rounded, so that it stays
 * below 1 as long as anything is left. After more refunds than expenses it is negative. Returns null if the limit is zero or less.
 */
export function usedRatio(spentCents: bigint, limitCents: bigint): number | null {
  if (limitCents <= 0n) return null;
  if (spentCents < 0n) return -(usedRatio(-spentCents, limitCents) ?? 0) || 0;
  const parts = String((spentCents * 10_000n) / limitCents).padStart(ratioPlaces + 1, "0");
  return Number(`${parts.slice(0, -ratioPlaces)}.${parts.slice(-ratioPlaces)}`);
}

/** Projects the spending of the elapsed days to all days, and rounds half a cent up. */
export function atPace(spentCents: bigint, elapsedDays: number, days: number): bigint {
  // A negative pace would have refunds go on for ever.
  if (spentCents < 0n) return spentCents;
  const elapsed = BigInt(elapsedDays);
  return (2n * spentCents * BigInt(days) + elapsed) / (2n * elapsed);
}
