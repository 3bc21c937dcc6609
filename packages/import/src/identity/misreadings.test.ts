import { describe, expect, it } from "vitest";
import { decodeBytes } from "../read/decode-bytes.ts";
import { encodedAs } from "../testing/encoded.ts";
import { misreadingsFrom } from "./misreadings.ts";

describe("misreadingsFrom", () => {
  it.each([
    ["windows-1252", "Café Zoë – 5 €"],
    ["macintosh", "Café Zoë"],
    ["windows-1250", "Žižka & Dvořák"],
    ["windows-1254", "İstanbul Şişli"],
    ["windows-1251", "Кафе"],
  ])("decodes a text's bytes in the other encodings: %s", (encoding, text) => {
    const others = [
      "windows-1252",
      "macintosh",
      "windows-1254",
      "windows-1250",
      "windows-1257",
      "euc-kr",
    ].filter((other) => other !== encoding);
    const bytes = encodedAs(encoding, text);
    expect(misreadingsFrom(encoding)(text)).toEqual(
      others.map((other) => decodeBytes(new TextDecoder(other), bytes)),
    );
  });

  it("uses two bytes for a character in a double-byte encoding", () => {
    const bytes = Uint8Array.of(0xc4, 0xab, 0xc6, 0xe4, 0x20, 0x41);
    const text = new TextDecoder("euc-kr").decode(bytes);
    expect(text).toBe("카페 A");
    expect(misreadingsFrom("euc-kr")(text)).toContain("Ä«Æä A");
    expect(misreadingsFrom("shift_jis")("ｶﾌｪ 喫茶")).toContain("¶Ìª ‹i’ƒ");
  });

  it("returns nothing for a text that has lost bytes", () => {
    expect(misreadingsFrom("windows-1257")("Caf\uFFFD")).toEqual([]);
  });
});
