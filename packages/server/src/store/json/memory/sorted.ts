/**
 * The index of the first sorted item that satisfies a condition, which then all later ones satisfy;
 * otherwise the number of items.
 */
export function firstOf(count: number, isTrue: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The index of the record with this id in a list sorted by id, or the index at which it would be.
 */
export const placeOf = (records: readonly { id: number }[], id: number): number =>
  firstOf(records.length, (index) => (records[index]?.id ?? 0) >= id);
