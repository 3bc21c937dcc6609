import { lazily } from "@outlay/shared";
import { decodeBytes } from "../read/decode-bytes.ts";

/** The encodings that files are mistaken for, the likeliest first. */
const likelyEncodings = [
  "windows-1252",
  "macintosh",
  "windows-1254",
  "windows-1250",
  "windows-1257",
  "euc-kr",
] as const;

/** The bytes that may follow the first byte of a character. */
const trails = Array.from({ length: 0xff - 0x40 }, (_, index) => 0x40 + index);
const newline = 0x0a;

const isCharacter = (text: string): boolean =>
  text > "\u007F" && text !== "\uFFFD" && Array.from(text).length === 1;

/** Returns the bytes, one or two, of each character of an encoding beyond ASCII. */
function byteTable(encoding: string): ReadonlyMap<string, readonly number[]> {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, readonly number[]>();
  const note = (character: string, bytes: readonly number[]) => {
    if (isCharacter(character) && !table.has(character)) table.set(character, bytes);
  };
  for (let lead = 0x80; lead <= 0xff; lead += 1) {
    const alone = decodeBytes(decoder, Uint8Array.of(lead));
    note(alone, [lead]);
    if (isCharacter(alone)) continue;
    const pairs = Uint8Array.from(trails.flatMap((trail) => [lead, trail, newline]));
    const characters = decodeBytes(decoder, pairs).split("\n");
    for (const [index, trail] of trails.entries()) note(characters[index] ?? "", [lead, trail]);
  }
  return table;
}

/**
 * Returns the texts that would result if bytes in one encoding were decoded as each other likely encoding, the
 * likeliest first. The result is empty for a text that has lost some of its bytes.
 * @param encoding a legacy encoding, as `TextDecoder` names it
 */
export function misreadingsFrom(encoding: string): (text: string) => string[] {
  const table = lazily(() => byteTable(encoding));
  const others = likelyEncodings.filter((other) => other !== encoding);
  const decoders = others.map((other) => new TextDecoder(other));
  return (text) => {
    const bytes: number[] = [];
    for (const character of text) {
      const own = character <= "\u007F" ? [character.charCodeAt(0)] : table().get(character);
      if (own === undefined) return [];
      bytes.push(...own);
    }
    return decoders.map((decoder) => decodeBytes(decoder, Uint8Array.from(bytes)));
  };
}
