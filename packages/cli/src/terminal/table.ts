import { columnWidth } from "./column-width.ts";
import { fit } from "./fit.ts";
import { printable } from "./printable.ts";

export interface Column {
  title: string;
  align?: "left" | "right";
  /** Whether the column shrinks if the table is wider than the terminal. */
  isFlexible?: boolean;
  /** Whether the column is omitted if there is no room for all. */
  isOptional?: boolean;
  /** The smallest width that it shrinks to, as a last resort. */
  least?: number;
}

const gap = "  ";
const minFlexibleWidth = 10;
function pad(text: string, width: number, align: Column["align"]): string {
  const spaces = " ".repeat(Math.max(0, width - columnWidth(text)));
  return align === "right" ? spaces + text : text + spaces;
}

const widthOf = (widths: readonly number[]) => {
  const shown = widths.filter((width) => width > 0);
  return shown.reduce((sum, width) => sum + width, gap.length * Math.max(0, shown.length - 1));
};

/** Takes the excess from the widths one after the other, as far as each can shrink. */
function narrowed(
  widths: readonly number[],
  available: number,
  leastOf: (index: number) => number,
) {
  let excess = Math.max(0, widthOf(widths) - available);
  return widths.map((width, index) => {
    const taken = width === 0 ? 0 : Math.max(0, Math.min(excess, width - leastOf(index)));
    excess -= taken;
    return width - taken;
  });
}

/**
 * Makes columns as wide as their contents; if that is too wide, some shrink, and then some are omitted (width
 * 0).
 */
function fittingWidths(
  columns: readonly Column[],
  natural: readonly number[],
  available = Infinity,
): number[] {
  let widths = [...natural];
  const easily = (index: number) =>
    columns[index]?.isFlexible ? minFlexibleWidth : (natural[index] ?? 0);
  for (;;) {
    const fitting = narrowed(widths, available, easily);
    if (widthOf(fitting) <= available) return fitting;
    const place = columns.findLastIndex(
      ({ isOptional }, index) => isOptional && (widths[index] ?? 0) > 0,
    );
    if (place < 0) {
      return narrowed(fitting, available, (index) => columns[index]?.least ?? easily(index));
    }
    widths = widths.with(place, 0);
  }
}

type Rows = readonly (readonly string[])[];

/**
 * A table whose rows arrive in batches, with the titles above the first one. Columns widen if later rows need
 * it, and never shrink.
 */
export function growingTable(
  columns: readonly Column[],
  available: number | undefined,
): (rows: Rows) => string {
  const natural = columns.map(() => 0);
  let isBegun = false;
  return (rows) => {
    const titles = isBegun ? [] : [columns.map(({ title }) => title)];
    isBegun = true;
    const cells = [...titles, ...rows.map((row) => row.map(printable))];
    for (const row of cells) {
      for (const [index, cell] of row.entries()) {
        natural[index] = Math.max(natural[index] ?? 0, columnWidth(cell));
      }
    }
    const widths = fittingWidths(columns, natural, available);
    const lines = cells.map((row) =>
      columns
        .flatMap(({ align }, index) => {
          const width = widths[index] ?? 0;
          return width === 0 ? [] : [pad(fit(row[index] ?? "", width), width, align)];
        })
        .join(gap)
        .trimEnd(),
    );
    return lines.map((line) => `${line}\n`).join("");
  };
}

/** Formats rows under titles, in lines that fit the terminal's width if it has one. */
export const table = (
  columns: readonly Column[],
  rows: Rows,
  available: number | undefined,
): string => growingTable(columns, available)(rows);
