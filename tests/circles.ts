/** Which files need each other, by paths: each with those that it imports. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/**
 * All circles, the shortest from each file on that is in one: `["a.ts", "b.ts"]` where a imports b, and b imports a.
 * Each circle is given once, by the first of its files.
 */
export function circlesIn(imports: Imports): string[][] {
  const circles = new Map<string, string[]>();
  for (const start of imports.keys()) {
    const circle = wayBack(imports, start);
    const files = circle?.toSorted().join() ?? "";
    if (circle && !circles.has(files)) circles.set(files, circle);
  }
  return [...circles.values()];
}

/** The shortest way from a file back to itself. */
function wayBack(imports: Imports, start: string): string[] | undefined {
  const seen = new Set<string>();
  let ways = [[start]];
  while (ways.length > 0) {
    const longer: string[][] = [];
    for (const way of ways) {
      for (const next of imports.get(way.at(-1) ?? "") ?? []) {
        if (next === start) return way;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...way, next]);
      }
    }
    ways = longer;
  }
  return undefined;
}
