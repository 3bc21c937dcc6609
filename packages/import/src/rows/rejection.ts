import { oneLine } from "../cells/plain-text.ts";

/** Thrown for a row that is a booking but can't be read; the message gives the reason. */
export class Rejection extends Error {}

const maxShown = 40;

/** Quotes a cell for a message. */
export function quoted(cell: string): string {
  const characters = Array.from(oneLine(cell));
  const text = characters.slice(0, maxShown).join("");
  return characters.length > maxShown ? `"${text}…"` : `"${text}"`;
}
