/** Draws block characters as a path: fonts leave gaps between them, or draw them higher than the line. */
import { blockShape } from "./block-shape.ts";

interface Rectangle {
  x: number;
  y: number;
  width: number;
}

/**
 * @param characters one for each cell
 * @param left the position of the first cell
 * @param cell the size of a block's cell
 */
export function blockPath(
  characters: readonly string[],
  { left, top }: { left: number; top: number },
  cell: { width: number; height: number },
): string {
  const rectangles: Rectangle[] = [];
  for (const [index, character] of characters.entries()) {
    const shape = blockShape(character);
    if (!shape) continue;
    const x = left + index * cell.width + (shape.left * cell.width) / 8;
    const y = top + (shape.top * cell.height) / 8;
    const width = (shape.width * cell.width) / 8;
    const last = rectangles.at(-1);
    // Draws one rectangle for adjacent blocks: two that touch show a seam if pixels don't line up.
    if (last && last.x + last.width === x && last.y === y) last.width += width;
    else rectangles.push({ x, y, width });
  }
  const bottom = top + cell.height;
  return rectangles.map(({ x, y, width }) => `M${x} ${y}h${width}V${bottom}h-${width}z`).join("");
}
