import { describe, expect, it } from "vitest";
import { answerTooLong, answerTooSlow, readBody } from "./read-body.ts";

/** A body that arrives in parts with a delay between them. */
function body(part: string, gapMs: number, count = Infinity) {
  const clock = { ms: 0, parts: 0 };
  // oxlint-disable-next-line require-await -- a stream of what is there already
  async function* chunks() {
    while (clock.parts < count) {
      clock.parts += 1;
      clock.ms += gapMs;
      yield Buffer.from(part);
    }
  }
  return { clock, chunks: chunks(), elapsedMs: () => clock.ms };
}

describe("an answer's body", () => {
  it("is read completely, even if characters are split between parts", async () => {
    const bytes = Buffer.from("Käse 寿司");
    // oxlint-disable-next-line require-await -- a stream of what is there already
    async function* chunks() {
      for (const byte of bytes) yield Buffer.of(byte);
    }
    const limits = { timeoutMs: 1, elapsedMs: () => 0 };
    expect(await readBody(chunks(), limits)).toBe("Käse 寿司");
  });

  it("may come slowly, as on a bad network", async () => {
    const { chunks, elapsedMs } = body("x".repeat(2048), 1000, 100);
    expect(await readBody(chunks, { timeoutMs: 30_000, elapsedMs })).toHaveLength(204_800);
  });

  it("isn't waited for if it drips", async () => {
    const { clock, chunks, elapsedMs } = body("x", 1000);
    const reading = readBody(chunks, { timeoutMs: 30_000, elapsedMs });
    await expect(reading).rejects.toMatchObject({ code: answerTooSlow });
    expect(clock.parts).toBe(31);
  });

  it("isn't read endlessly", async () => {
    const { clock, chunks, elapsedMs } = body("x".repeat(100), 0);
    const reading = readBody(chunks, { timeoutMs: 30_000, elapsedMs, mostBytes: 1000 });
    await expect(reading).rejects.toMatchObject({ code: answerTooLong });
    expect(clock.parts).toBe(11);
  });
});
