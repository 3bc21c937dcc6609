import stringWidth from "string-width";
import { fit } from "./fit.ts";
import { printable } from "./printable.ts";

export interface Column {
  title: string;
  align?: "left" | "right";
  /** Gives way when the table is wider than the terminal. */
  isFlexible?: boolean;
}

const gap = "  ";
const minFlexibleWidth = 10;
function pad(text: string, width: number, align: Column["align"]): string {
  const spaces = " ".repeat(Math.max(0, width - stringWidth(text)));
  return align === "right" ? spaces + text : text + spaces;
}

function columnWidths(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  available: number | undefined,
): number[] {
  const natural = columns.map((_, index) =>
    rows.reduce((width, row) => Math.max(width, stringWidth(row[index] ?? "")), 0),
  );
  if (available === undefined) return natural;
  const total = natural.reduce((sum, width) => sum + width, gap.length * (columns.length - 1));
  let excess = Math.max(0, total - available);
  return natural.map((width, index) => {
    if (!columns[index]?.isFlexible) return width;
    const taken = Math.max(0, Math.min(excess, width - minFlexibleWidth));
    excess -= taken;
    return width - taken;
  });
}

/** Rows under titles, in lines that fit the terminal's width where it has one. */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  available: number | undefined,
): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(printable))];
  const widths = columnWidths(columns, cells, available);
  const lines = cells.map((row) =>
    columns
      .map(({ align }, index) => {
        const width = widths[index] ?? 0;
        return pad(fit(row[index] ?? "", width), width, align);
      })
      .join(gap)
      .trimEnd(),
  );
  return `${lines.join("\n")}\n`;
}
