import { isAscii } from "node:buffer";

/**
 * The text of whole lines in UTF-8. A decoder that goes on from piece to piece makes two bytes of each letter, which all
 * that is done with them costs.
 */
export const textOf = (lines: Buffer): string => lines.toString(isAscii(lines) ? "latin1" : "utf8");
