import type { Cli } from "../cli.ts";
import { printableJson } from "../terminal/printable.ts";

/**
 * Writes records to stdout in pieces, each before the next is requested: as one JSON array with `--json`,
 * otherwise as text for people. Stops early if nobody reads the output any longer.
 */
export async function showPieces<Item>(
  { io, globals }: Cli,
  pieces: AsyncIterable<readonly Item[]>,
  text: (piece: readonly Item[]) => string,
): Promise<void> {
  let opening = "[";
  for await (const piece of pieces) {
    if (piece.length > 0) {
      const shown = globals.json ? opening + piece.map(printableJson).join(",") : text(piece);
      opening = ",";
      io.out(shown);
    }
    if (!(await io.drained())) return;
  }
  if (globals.json) io.out(opening === "[" ? "[]\n" : "]\n");
}
