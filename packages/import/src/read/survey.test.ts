import { describe, expect, it } from "vitest";
import type { Source } from "./source.ts";
import { survey } from "./survey.ts";

/** Yields bytes in pieces, as a file does. */
const sourceOf = (bytes: Uint8Array, pieceBytes: number): Source => ({
  name: "bank.csv",
  // oxlint-disable-next-line require-await -- a stream of what is there already
  async *chunks() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  },
  close: () => Promise.resolve(),
});

const plain = "2024-03-01,Shop,-1.00\n".repeat(1000);
const accented = "2024-03-02,Café,-1.00\n".repeat(5);

describe.each([1000, 64 * 1024])("a first look at a file, %i bytes at a time", (pieceBytes) => {
  const encodingOf = async (bytes: Buffer) => (await survey(sourceOf(bytes, pieceBytes))).encoding;

  it("names the line with invalid bytes in a file that is otherwise UTF-8", async () => {
    const broken = Buffer.concat([
      Buffer.from(plain + accented),
      Buffer.from("2024-03-03,Caf\xe9,-1.00\n", "latin1"),
      Buffer.from(plain),
    ]);
    await expect(survey(sourceOf(broken, pieceBytes))).rejects.toMatchObject({
      message: "bank.csv is in UTF-8, but line 1006 contains bytes that aren't valid UTF-8.",
    });
  });

  it("recognises UTF-8, and a legacy encoding by a few letters among much ASCII", async () => {
    const text = plain + accented + plain;
    expect(await encodingOf(Buffer.from(text))).toBe("utf-8");
    expect(await encodingOf(Buffer.from(text, "latin1"))).toBe("windows-1252");
    expect(await encodingOf(Buffer.from(plain))).toBe("utf-8");
  });
});
