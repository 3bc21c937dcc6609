import { decodeBytes } from "../read/decode-bytes.ts";

/** Encodes a text in a legacy single-byte encoding. */
export function encodedAs(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decodeBytes(decoder, Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new RangeError(`${encoding} has no ${character}.`);
    return byte;
  });
}
