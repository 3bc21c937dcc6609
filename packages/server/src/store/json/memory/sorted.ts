/** The first of sorted things that a claim is true of, which is then true of all behind it; else their count. */
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

/** Where a record with this id is among those sorted by id, or would be. */
export const placeOf = (records: readonly { id: number }[], id: number): number =>
  firstOf(records.length, (index) => (records[index]?.id ?? 0) >= id);
