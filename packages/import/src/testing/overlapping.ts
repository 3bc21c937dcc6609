import fc from "fast-check";

/** A day of one month. */
export const anyDay = fc.integer({ min: 1, max: 12 });

/** Where rows are divided into two exports. */
export const split = fc.tuple(anyDay, anyDay);

/** The days up to one and those from another on, where there are rows of them. */
export function overlapping<Dated extends { day: number }>(
  all: readonly Dated[],
  [one, other]: readonly [number, number],
): (readonly Dated[])[] {
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  const parts = [all.filter(({ day }) => day <= to), all.filter(({ day }) => day >= from)];
  return parts.filter((part) => part.length > 0);
}
