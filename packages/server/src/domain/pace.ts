/** Ratios and projections of cents, by integer arithmetic alone. */

const ratioPlaces = 4;

/**
 * How much of a limit is used: 0.625. Cut to four places and not rounded, so that it is below 1 as long
 * as anything is left. Null where there is nothing that could be used.
 */
export function usedRatio(spentCents: bigint, limitCents: bigint): number | null {
  if (limitCents <= 0n) return null;
  const parts = String((spentCents * 10_000n) / limitCents).padStart(ratioPlaces + 1, "0");
  return Number(`${parts.slice(0, -ratioPlaces)}.${parts.slice(-ratioPlaces)}`);
}

/** What so many days come to at the pace of the first of them; half a cent counts as one. */
export function atPace(spentCents: bigint, elapsedDays: number, days: number): bigint {
  const elapsed = BigInt(elapsedDays);
  return (2n * spentCents * BigInt(days) + elapsed) / (2n * elapsed);
}
