/** Cells by the heads of their columns. */
export type Row = Readonly<Record<string, string>>;

/** Formats rows in columns as wide as necessary, aligned to the right like numbers. */
export function textTable(rows: readonly Row[]): string {
  const heads = Object.keys(rows[0] ?? {});
  const widths = heads.map((head) =>
    Math.max(head.length, ...rows.map((row) => row[head]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `${cells.map((cell, index) => cell.padStart(widths[index] ?? 0)).join("  ")}\n`;
  return [heads, ...rows.map((row) => heads.map((head) => row[head] ?? ""))].map(line).join("");
}
