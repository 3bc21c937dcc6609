/**
 * The part of its cell that a block fills, in eighths from the left and from the top. All reach down to the
 * bottom.
 */
interface BlockShape {
  left: number;
  top: number;
  width: number;
}

const fromBelow = "▁▂▃▄▅▆▇█";
const fromLeft = "▏▎▍▌▋▊▉█";

/** Undefined for a character that is not a block. */
export function blockShape(character: string): BlockShape | undefined {
  if (character === "") return undefined;
  if (character === "▕") return { left: 7, top: 0, width: 1 };
  const width = fromLeft.indexOf(character) + 1;
  if (width > 0) return { left: 0, top: 0, width };
  const height = fromBelow.indexOf(character) + 1;
  return height > 0 ? { left: 0, top: 8 - height, width: 8 } : undefined;
}
