import fc from "fast-check";

/** Any day of one month. */
export const anyDay = fc.integer({ min: 1, max: 12 });

/** The days at which rows are divided into two exports. */
export const split = fc.tuple(anyDay, anyDay);

/** Returns two exports, one up to a day and one from another day on, unless they are empty. */
export function overlapping<Dated extends { day: number }>(
  all: readonly Dated[],
  [one, other]: readonly [number, number],
): (readonly Dated[])[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const parts = [all.filter(({ day }) => day <= to), all.filter(({ day }) => day >= from)];
  return parts.filter((part) => part.length > 0);
}
