/** `1204` → `1,204`. */
export const grouped = (count: number): string => count.toLocaleString("en");

/** `1 expense`, `1,204 expenses`. */
export const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
