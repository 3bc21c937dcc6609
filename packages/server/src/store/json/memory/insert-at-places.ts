/**
 * Merges items into a sorted list.
 * @param added each with the index of the item that it precedes, ascending
 */
export function insertAtPlaces<Item>(
  items: readonly Item[],
  added: readonly { item: Item; place: number }[],
): Item[] {
  const all: Item[] = [];
  let next = 0;
  for (const [place, item] of items.entries()) {
    for (let due = added[next]; due?.place === place; due = added[next]) {
      all.push(due.item);
      next += 1;
    }
    all.push(item);
  }
  for (const { item } of added.slice(next)) all.push(item);
  return all;
}
