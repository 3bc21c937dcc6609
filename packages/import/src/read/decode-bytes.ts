import type { TextDecoder } from "node:util";

/**
 * All of some bytes as text, in two steps: where it gets everything in one, Node 20 takes windows-1252 for
 * Latin-1, which has no € and no curly quotes.
 */
export const decodeBytes = (decoder: TextDecoder, bytes: Uint8Array): string =>
  decoder.decode(bytes, { stream: true }) + decoder.decode();
