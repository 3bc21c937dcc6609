import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Refusal } from "../domain/refusal.ts";
import { readJson, readLongJson } from "./read-json.ts";

const mebibyte = 1024 * 1024;

/** The value that a reader makes of a text, or the code and message of its refusal. */
async function outcome(read: () => unknown): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refused: error.code, detail: (error.body as { detail: string }).detail };
  }
}

const long = (json: string, maxItems = 10_000, sliceBytes?: number) =>
  outcome(() => readLongJson(Buffer.from(json), maxItems, sliceBytes));

const whole = (json: string) => outcome(() => readJson(Buffer.from(json)));

const refusedAs = (refused: string, detail: string) => ({ refused, detail });
const tooManyValues = (max: number) =>
  refusedAs("body_too_large", `The body has more than ${max} values.`);
const partTooLarge = refusedAs(
  "body_too_large",
  "A part of the body is larger than 1048576 bytes.",
);

const nested = (depth: number) => `${"[".repeat(depth)}${"]".repeat(depth)}`;
const list = (count: number) => `[${"0,".repeat(count - 1)}0]`;
const text = (length: number) => JSON.stringify("x".repeat(length - 2));

const refusedAsMalformed = expect.objectContaining({ refused: "malformed_body" }) as unknown;

/** The value that JSON.parse makes of it, if any. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return refusedAsMalformed;
  }
}

const names = fc.constantFrom("expenses", "source", "__proto__", "", "a", 'q"\\', "é");
const bodies = fc.array(
  fc.tuple(names, fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue(), { maxLength: 9 }))),
);
const spaces = fc.constantFrom("", " ", "\n\t ", "\r\n");

/**
 * Texts that JSON.stringify never writes: names are repeated, and there is white space between
 * tokens.
 */
const jsonTexts = fc.tuple(bodies, spaces).map(([members, space]) => {
  const texts = members.map(([name, value]) => {
    const written = JSON.stringify(value, null, space);
    return `${space}${JSON.stringify(name)}${space}:${space}${written}${space}`;
  });
  return `${space}{${texts.join(",")}}${space}`;
});

describe("a body that is read in slices", () => {
  it("has the same value as from JSON.parse", async () => {
    await fc.assert(
      fc.asyncProperty(jsonTexts, fc.integer({ min: 0, max: 40 }), async (json, sliceBytes) => {
        fc.pre(Buffer.byteLength(json) > sliceBytes);
        const read = await long(json, 10_000, sliceBytes);
        expect(read).toStrictEqual(JSON.parse(json));
        // Compares the order as well, which equal objects need not share.
        expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(json)));
      }),
    );
  });

  it("is refused whenever JSON.parse refuses it", async () => {
    const damage = fc.tuple(fc.nat(), fc.constantFrom("", ",", "[", "}", '"', "\\", "1", "\u0001"));
    await fc.assert(
      fc.asyncProperty(jsonTexts, damage, async (json, [place, character]) => {
        const at = place % json.length;
        const damaged = json.slice(0, at) + character + json.slice(at + 1);
        expect(await long(damaged, 10_000, 0)).toEqual(parsed(damaged));
      }),
    );
  });

  it("reports a fault and its position", async () => {
    const row = '{"amount":1}';
    expect(await long(`{"expenses":[${row},{"amount":x}]}`, 10, 0)).toEqual(
      refusedAs(
        "malformed_body",
        expect.stringMatching(/^JSON parse error - Unexpected token.* at byte 26 of the body$/),
      ),
    );
    // The parser's own position is relative to a part of the body, so it isn't compared.
    expect(await long(`{"expenses":[${row},{"amount" 1}]}`, 10, 0)).toEqual(
      refusedAs(
        "malformed_body",
        expect.stringMatching(/^JSON parse error - (?!.*position).* at byte 26 of the body$/),
      ),
    );
    expect(await long(`{"expenses":[${row},,${row}]}`, 10, 0)).toEqual(
      refusedAs(
        "malformed_body",
        'JSON parse error - Unexpected character "," at byte 26 of the body',
      ),
    );
    expect(await long(`{"expenses":[${row}`, 10, 0)).toEqual(
      refusedAs("malformed_body", "JSON parse error - Unexpected end at byte 25 of the body"),
    );
  });

  it("lets other requests have their turn, however many values it has", async () => {
    let turns = 0;
    let isOver = false;
    const takeTurns = () => {
      turns += 1;
      if (!isOver) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    const row = JSON.stringify({ amount: 1, description: "x".repeat(300), category: "FOOD" });
    const rows = await long(`{"expenses":[${`${row},`.repeat(9999)}${row}]}`);
    expect((rows as { expenses: unknown[] }).expenses).toHaveLength(10_000);
    const ofRows = turns;
    await long(`{"expenses":[${"{},".repeat(400_000)}{}]}`);
    isOver = true;
    expect(ofRows).toBeGreaterThan(1);
    expect(turns - ofRows).toBeGreaterThan(1);
  });
});

describe("a list that is too long", () => {
  it("has one item too many, and the values after it are read", async () => {
    const json = `{"expenses":[${'{"a":["]"]},'.repeat(50)}{}],"source":"x"}`;
    expect(await long(json, 3, 0)).toEqual({
      expenses: [{ a: ["]"] }, { a: ["]"] }, { a: ["]"] }, { a: ["]"] }],
      source: "x",
    });
  });

  it("is refused if it has no end", async () => {
    expect(await long(`{"expenses":[${"{},".repeat(50)}`, 3, 0)).toMatchObject({
      refused: "malformed_body",
    });
  });
});

describe("a value", () => {
  it("may have at most 100 levels", async () => {
    expect(await whole(nested(100))).toEqual(JSON.parse(nested(100)));
    const refused = refusedAs(
      "malformed_body",
      "JSON parse error - more than 100 levels of nesting",
    );
    expect(await whole(nested(101))).toEqual(refused);
    expect(await whole("[".repeat(mebibyte))).toEqual(refused);
    expect(await long(`{"expenses":[${nested(101)}]}`, 10, 0)).toEqual(refused);
    expect(await long(`{"source":{"a":${nested(100)}}}`, 10, 0)).toEqual(refused);
  });

  it("may contain at most 10,000 values", async () => {
    expect(await whole(list(9999))).toHaveLength(9999);
    expect(await whole(list(10_000))).toEqual(tooManyValues(10_000));
    expect(await long(`{"expenses":[{"tags":${list(10_000)}}]}`, 10, 0)).toEqual(
      tooManyValues(10_000),
    );
    expect(await long(`{${'"a":0,'.repeat(10_001)}"b":0}`, 10, 0)).toEqual(tooManyValues(10_000));
  });

  it("may have a mebibyte even beside others", async () => {
    expect(await long(`{"expenses":[${text(mebibyte)}]}`)).toHaveProperty("expenses");
    for (const one of [
      text(mebibyte + 1),
      "1".repeat(mebibyte + 1),
      `[0,${" ".repeat(mebibyte)}0]`,
    ]) {
      expect(await long(`{"expenses":[${one}]}`)).toEqual(partTooLarge);
      expect(await long(`{${JSON.stringify("x".repeat(mebibyte))}:1}`)).toEqual(partTooLarge);
      expect(await long(`${" ".repeat(mebibyte + 1)}{}`)).toEqual(partTooLarge);
    }
  });

  it("counts towards a limit of 50 for each item that a list may have", async () => {
    const row = `{"tags":[${"0,".repeat(60)}0]}`;
    expect(await long(`{"expenses":[${row}]}`, 10, 0)).toHaveProperty("expenses");
    expect(await long(`{"expenses":[${`${row},`.repeat(9)}${row}]}`, 10, 0)).toEqual(
      tooManyValues(500),
    );
  });
});
