/** Makes a bank's export of any length. */
const merchants = ["Bakery", "Grocer", "Rail", "Café Größe", "Phone", "Cinema"] as const;

/**
 * Rows of a few days, so that each day has many, some of them equal.
 * @param filedCount how many of the first rows have a category
 */
export function bankFile(rowCount: number, filedCount = 0): string {
  const rows = Array.from({ length: rowCount }, (_, index) => {
    // Every fiftieth row repeats the one before it.
    const number = index % 50 === 49 ? index - 1 : index;
    const day = `2024-03-${String(1 + (number % 31)).padStart(2, "0")}`;
    const category = index < filedCount ? "Transport" : "";
    const merchant = merchants[number % merchants.length] ?? "";
    return `${day};${merchant} ${Math.floor(number / 7)};-${1 + (number % 97)}.${10 + (number % 90)};${category}\n`;
  });
  return `Date;Description;Amount;Category\n${rows.join("")}`;
}
