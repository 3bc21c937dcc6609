/** Items with others among them. @param added each with the place it comes before, ascending */
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
