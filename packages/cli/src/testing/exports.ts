/** Records to export in tests, and their export. */
import { spawnSync } from "node:child_process";
import { centsToNumber, expenseCategories } from "@outlay/shared";
import fc from "fast-check";
import { expect } from "vitest";
import type { Expense } from "../api/received/records.ts";
import type { ExportOptions } from "../export/export-format.ts";
import { type ExportFormatName, exportFormats, exportText } from "../export/export-text.ts";

export const plain: ExportOptions = {
  isSpreadsheetSafe: false,
  currency: undefined,
  account: undefined,
};

/** Text that the server accepts: not blank, and without NUL. */
const description = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
    fc.string({ unit: "binary", minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      "=1+1",
      '@SUM("x")',
      "-2+3",
      'a "b", c;d\te',
      "a\nb\r\nc",
      "😀 café",
      "\uFEFFx",
    ),
    fc.constantFrom("'=1", "＝1+1", "* (x) ! ; y | z", "2024-01-01 x  1.00", "Why rejected"),
  )
  .map((text) => text.replaceAll("\0", "0").trim())
  .filter((text) => text !== "");
const tag = fc.constantFrom("work", "über", "-1", "2024", "a_b");
const nullable = <Value>(some: fc.Arbitrary<Value>) => fc.option(some, { nil: null });
/** A text that can also be an account's name. */
const nullableText = nullable(description.filter((text) => Array.from(text).length <= 60));

const kinds = fc.oneof(
  fc.record({
    kind: fc.constantFrom("EXPENSE", "REFUND"),
    category: fc.constantFrom<string>(...expenseCategories),
    direction: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("INCOME"),
    category: fc.constant(null),
    direction: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant("TRANSFER"),
    category: fc.constant(null),
    direction: fc.constantFrom("out", "in"),
  }),
);

const fields = fc.record({
  kinds,
  account: nullableText,
  note: nullableText,
  currency: nullable(fc.constantFrom("USD", "JPY")),
  import_id: nullable(fc.integer({ min: 1 })),
  cents: fc.integer({ min: 1, max: 999_999_999_999 }),
  description,
  date: fc.constantFrom("2024-02-29", "2024-03-01", "2026-01-01"),
  tags: fc.uniqueArray(tag, { maxLength: 3 }),
});

const instant = "2026-01-01T00:00:00.000Z";
/** Records of all kinds, by day. */
export const expenses = fc.array(fields, { maxLength: 12 }).map((some) =>
  some
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map(({ cents, kinds: own, ...rest }, index): Expense => ({
      id: index + 1,
      amount: centsToNumber(cents),
      ...own,
      confirmed_by: null,
      confirmed_as: null,
      external_id: `=own-${index}"`,
      created_at: instant,
      updated_at: instant,
      ...rest,
    })),
);

/** The text of an export. */
export async function written(
  format: ExportFormatName,
  some: readonly Expense[],
  options: ExportOptions = plain,
): Promise<string> {
  // oxlint-disable-next-line require-await -- pieces of what is there already
  async function* pieces() {
    yield some.slice(0, 3);
    yield some.slice(3);
  }
  let text = "";
  for await (const part of exportText(pieces(), exportFormats[format](options), () => undefined)) {
    text += part;
  }
  return text;
}

/** The output of a program for a journal; undefined, with a message, if the program isn't installed. */
export function printed(
  program: string,
  args: readonly string[],
  journal: string,
): string | undefined {
  const { error, status, stdout, stderr } = spawnSync(program, args, {
    input: journal,
    encoding: "utf8",
    env: { ...process.env, LC_ALL: "C.UTF-8" },
  });
  if (error) {
    process.stderr.write(`${program} is not installed: its reading of exports isn't tested.\n`);
    return undefined;
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout;
}
