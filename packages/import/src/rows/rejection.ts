import { oneLine } from "../cells/plain-text.ts";

/** A row that is a booking and can't be read as one; the message says why. */
export class Rejection extends Error {}

const maxShown = 40;

/** A cell as it is quoted to people. */
export function quoted(cell: string): string {
  const characters = Array.from(oneLine(cell));
  const text = characters.slice(0, maxShown).join("");
  return characters.length > maxShown ? `"${text}…"` : `"${text}"`;
}
