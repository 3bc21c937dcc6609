/**
 * Returns the items without those at the given indexes.
 * @param places ascending
 */
export function withoutPlaces<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  let next = 0;
  return items.filter((_item, place) => {
    if (place !== places[next]) return true;
    next += 1;
    return false;
  });
}
