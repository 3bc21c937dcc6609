/** Splits a line of the terminal into runs of cells with the same look. */
import type { IBufferCell, IBufferLine } from "@xterm/headless";
import { blockShape } from "./block-shape.ts";
import * as palette from "./palette.ts";

interface Style {
  color: string;
  /** Undefined for the window's own colour. */
  background: string | undefined;
  isBold: boolean;
  isDim: boolean;
  /** Whether the cells stand alone: fonts draw wide characters and blocks in widths of their own. */
  kind: "text" | "wide" | "block";
}

export interface Run {
  /** The column where it begins. */
  column: number;
  /** The contents of each cell: a character, with combining characters. */
  cells: string[];
  /** The number of columns of each cell. */
  cellColumns: number;
  style: Style;
}

function colorOf(cell: IBufferCell): string | undefined {
  if (cell.isFgDefault()) return undefined;
  return (cell.isFgRGB() ? palette.rgbColor : palette.paletteColor)(cell.getFgColor());
}

function backgroundOf(cell: IBufferCell): string | undefined {
  if (cell.isBgDefault()) return undefined;
  return (cell.isBgRGB() ? palette.rgbColor : palette.paletteColor)(cell.getBgColor());
}

function kindOf(cell: IBufferCell): Style["kind"] {
  if (cell.getWidth() === 2) return "wide";
  return blockShape(cell.getChars()) ? "block" : "text";
}

function styleOf(cell: IBufferCell): Style {
  const [color, background] = [colorOf(cell) ?? palette.foreground, backgroundOf(cell)];
  const isInverse = cell.isInverse() !== 0;
  return {
    color: isInverse ? (background ?? palette.background) : color,
    background: isInverse ? color : background,
    isBold: cell.isBold() !== 0,
    isDim: cell.isDim() !== 0,
    kind: kindOf(cell),
  };
}

const looksLike = (one: Style, other: Style) => JSON.stringify(one) === JSON.stringify(other);

export function readRuns(line: IBufferLine): Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < line.length; column += 1) {
    const cell = line.getCell(column);
    // The second half of a wide character is skipped.
    if (!cell || cell.getWidth() === 0) continue;
    const shown = cell.getChars() || " ";
    const style = styleOf(cell);
    const last = runs.at(-1);
    if (last && looksLike(last.style, style)) last.cells.push(shown);
    else runs.push({ column, cells: [shown], cellColumns: cell.getWidth(), style });
  }
  return runs;
}
