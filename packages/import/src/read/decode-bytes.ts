import type { TextDecoder } from "node:util";

/**
 * Decodes bytes in two steps. Given everything at once, Node 20 decodes windows-1252 as Latin-1, which lacks €
 * and curly quotes.
 */
export const decodeBytes = (decoder: TextDecoder, bytes: Uint8Array): string =>
  decoder.decode(bytes, { stream: true }) + decoder.decode();
