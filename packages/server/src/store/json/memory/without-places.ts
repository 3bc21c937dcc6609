/** What is left of some items when those at these places are taken out. @param places ascending */
export function withoutPlaces<Item>(items: readonly Item[], places: readonly number[]): Item[] {
  let next = 0;
  return items.filter((_item, place) => {
    if (place !== places[next]) return true;
    next += 1;
    return false;
  });
}
