import { isAscii } from "node:buffer";

/**
 * Decodes whole lines of UTF-8. A streaming decoder would produce two-byte strings, which makes all later work
 * slower.
 */
export const textOf = (lines: Buffer): string => lines.toString(isAscii(lines) ? "latin1" : "utf8");
