/** A line of the terminal as runs of cells that look the same. */
import type { IBufferCell, IBufferLine } from "@xterm/headless";
import { blockShape } from "./block-shape.ts";
import * as palette from "./palette.ts";

interface Style {
  color: string;
  /** Undefined where it is the window's. */
  background: string | undefined;
  isBold: boolean;
  isDim: boolean;
  /** Fonts draw wide characters and blocks in widths of their own, so that these stand by themselves. */
  kind: "text" | "wide" | "block";
}

export interface Run {
  /** Where it begins. */
  column: number;
  /** What each cell shows: a character, with those that combine with it. */
  cells: string[];
  /** How many columns each of them takes. */
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
    // The second half of a wide character.
    if (!cell || cell.getWidth() === 0) continue;
    const shown = cell.getChars() || " ";
    const style = styleOf(cell);
    const last = runs.at(-1);
    if (last && looksLike(last.style, style)) last.cells.push(shown);
    else runs.push({ column, cells: [shown], cellColumns: cell.getWidth(), style });
  }
  return runs;
}
