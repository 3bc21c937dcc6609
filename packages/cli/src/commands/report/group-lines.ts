/** The lines of a report of categories: a parent has the sum of its children, which stand below it. */
import type { SpendingGroup } from "@outlay/shared";

export interface GroupLine {
  key: string;
  totalCents: bigint;
  count: number;
  /** Whether it stands below its parent, whose line counts it too. */
  isChild: boolean;
  /** Whether it is what a parent has besides its children. */
  isRest: boolean;
}

type Sums = Pick<GroupLine, "totalCents" | "count">;

const bySize = (one: Sums, other: Sums): number =>
  one.totalCents === other.totalCents ? 0 : one.totalCents < other.totalCents ? 1 : -1;

const isUsed = ({ totalCents, count }: Sums): boolean => count > 0 || totalCents !== 0n;

/** The lines of a category and of those below it. */
function linesOf(group: SpendingGroup, children: readonly SpendingGroup[]): GroupLine[] {
  const { key } = group;
  const used = children.filter(isUsed);
  const all = [group, ...used];
  const line = {
    key,
    totalCents: all.reduce((sum, { totalCents }) => sum + totalCents, 0n),
    count: all.reduce((sum, { count }) => sum + count, 0),
    isChild: false,
    isRest: false,
  };
  const below = used.map((child) => ({ ...child, isChild: true, isRest: false }));
  // Otherwise the lines below don't add up to the line above them.
  const rest = { ...group, isChild: true, isRest: true };
  return [
    line,
    ...[...below, ...(used.length > 0 && isUsed(group) ? [rest] : [])].toSorted(bySize),
  ];
}

/**
 * Returns a line for each category, the largest first, and behind it a line for each category below it that has
 * records. Each record is in one group, and counts in the line of its category and in that of the parent.
 * @param isAlwaysShown whether a category has a line even if it and those below it have no records
 */
export function groupLines(
  groups: readonly SpendingGroup[],
  isAlwaysShown: (key: string) => boolean,
): GroupLine[] {
  const keys = new Set(groups.map(({ key }) => key));
  const isBelow = ({ parent }: SpendingGroup) => parent !== null && keys.has(parent);
  return groups
    .filter((group) => !isBelow(group))
    .map((group) =>
      linesOf(
        group,
        groups.filter(({ parent }) => parent === group.key),
      ),
    )
    .filter(([line]) => line && (isUsed(line) || isAlwaysShown(line.key)))
    .toSorted(([one], [other]) => (one && other ? bySize(one, other) : 0))
    .flat();
}
