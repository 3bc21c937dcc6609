import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { CsvRecord } from "./csv-record.ts";
import { readRecords, recordOptions } from "./records.ts";
import { newlinesIn } from "./line-ends.ts";
import type { Source } from "./source.ts";

/** Splits bytes into pieces of varying lengths. */
function sourceOf(bytes: Uint8Array, lengths: readonly number[]): Source {
  return {
    name: "bank.csv",
    // oxlint-disable-next-line require-await -- there is nothing to wait for
    async *chunks() {
      for (let start = 0, turn = 0; start < bytes.length; turn += 1) {
        const end = start + (lengths[turn % lengths.length] ?? bytes.length);
        yield bytes.subarray(start, end);
        start = end;
      }
    },
    close: () => Promise.resolve(),
  };
}

async function read(text: string, delimiter: string, lengths = [7]): Promise<CsvRecord[]> {
  const records: CsvRecord[] = [];
  for await (const some of readRecords(sourceOf(Buffer.from(text), lengths), "utf-8", delimiter))
    records.push(...some);
  return records;
}

/** Parses the whole text with the parser alone. */
function parsed(text: string, delimiter: string): CsvRecord[] {
  const options = { ...recordOptions(delimiter), info: true } as const;
  const all = parse(newlinesIn(text), options) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return all.map(({ record }, index) => ({
    line: (all[index - 1]?.info.lines ?? 0) + 1,
    cells: record,
  }));
}

const letters = ["a", "é", "€", "1", " ", "\u00A0", "\t", ",", ",", ";", "\uFEFF"];

/** Texts with few quotes, because the parser reads everything after the first one anyway. */
const textWith = (lineEnds: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...letters) },
        { weight: 5, arbitrary: fc.constantFrom(...lineEnds) },
        { weight: 1, arbitrary: fc.constantFrom('"', '"b,\n"', "\r") },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(""));

const text = fc.oneof(textWith(["\n"]), textWith(["\r\n"]), textWith(["\r", "\n", "\r\n"]));
const lengths = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 5 });

const outcomeOf = async (records: () => CsvRecord[] | Promise<CsvRecord[]>) => {
  try {
    return await records();
  } catch {
    return "no records";
  }
};

it("records equal the parser's, whether or not they need it, and wherever pieces end", async () => {
  const counts = { plain: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(",", ";", "\t"), lengths, async (whole, mark, cut) => {
      const expected = await outcomeOf(() => parsed(whole, mark));
      expect(await outcomeOf(() => read(whole, mark, cut))).toEqual(expected);
      if (!whole.includes('"')) counts.plain += 1;
      if (expected === "no records") counts.refused += 1;
    }),
    { numRuns: 3000 },
  );
  expect(counts.plain).toBeGreaterThan(500);
  expect(counts.refused).toBeGreaterThan(50);
});

it("records and their lines are the same with CRLF, LF and CR in any mixture", async () => {
  const lineEnds = fc.infiniteStream(fc.constantFrom("\n", "\r\n", "\r"));
  let mixed = 0;
  await fc.assert(
    fc.asyncProperty(textWith(["\n"]), lineEnds, lengths, async (written, ends, cut) => {
      const unix = newlinesIn(written);
      // A CR followed by the LF would be a single line end.
      const other = unix
        .replaceAll("\n", () => ends.next().value ?? "\n")
        .replaceAll(/\r(?=\n\n|\n\r|\n$)/g, "");
      if (newlinesIn(other) !== unix) return;
      if (new Set(other.match(/\r\n|\r|\n/g)).size > 1) mixed += 1;
      expect(await outcomeOf(() => read(other, ",", cut))).toEqual(
        await outcomeOf(() => read(unix, ",", cut)),
      );
    }),
    { numRuns: 1000 },
  );
  expect(mixed).toBeGreaterThan(100);
});

it("a quoted cell of several lines counts as that many lines", async () => {
  const records = await read('a,"x\r\ny\rz"\r\nb,c\n', ",");
  expect(records).toEqual([
    { line: 1, cells: ["a", "x\ny\nz"] },
    { line: 4, cells: ["b", "c"] },
  ]);
});

it.each([
  [
    "a line that never ends",
    "x".repeat(1_100_000),
    "a record of more than a million characters",
    50_000,
  ],
  ["a quote that is never closed", `a,b\n1,2\n3,"4\n5,6\n`, "the quote is opened before line 4", 6],
])("%s is refused", async (_what, whole, message, cut) => {
  await expect(read(whole, ",", [cut])).rejects.toThrow(message);
});
