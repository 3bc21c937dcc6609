const shown = 3;

/** Joins names for people: all of a few, or the first of many. */
export function listed(names: readonly string[]): string {
  const more = names.length - shown;
  if (more > 1) return `${names.slice(0, shown).join(", ")} and ${more} more`;
  const [last = "", ...others] = names.toReversed();
  return others.length > 0 ? `${others.toReversed().join(", ")} and ${last}` : last;
}
