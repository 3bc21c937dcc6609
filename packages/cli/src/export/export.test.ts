import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { planOfText } from "@outlay/import/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Expense } from "../api/received/records.ts";
import { expenses, plain, written } from "../testing/exports.ts";

const importPage = fileURLToPath(new URL("../../../../docs/IMPORT.md", import.meta.url));

/** The fields that a file of an earlier version lacks, and that a plan leaves out where they have their defaults. */
const addedNames = ["kind", "direction", "account", "note", "currency"] as const;

/** The record as it is planned, without the fields that the server sets. */
function recorded(expense: Expense) {
  const { amount, description: words, category, date, tags, external_id } = expense;
  const added = addedNames.filter((name) => expense[name] !== null && expense[name] !== "EXPENSE");
  return {
    amount: amount.toFixed(2),
    description: words,
    category,
    date,
    tags,
    external_id,
    ...Object.fromEntries(added.map((name) => [name, expense[name]])),
  };
}

describe("an export", () => {
  it.each(["csv", "json", "ndjson"] as const)(
    "as %s is imported as the same records",
    async (format) => {
      await fc.assert(
        fc.asyncProperty(expenses, async (some) => {
          // An empty file carries no information.
          fc.pre(format !== "ndjson" || some.length > 0);
          const text = await written(format, some);
          const imported = (await planOfText(text)).expenses;
          expect(imported).toEqual(some.map(recorded));
        }),
        { numRuns: 60 },
      );
    },
  );

  it("as CSV has the columns that docs/IMPORT.md names", async () => {
    const [header = ""] = (await written("csv", [])).split("\n");
    const page = await readFile(importPage, "utf8");
    const [, told = ""] = /CSV with the columns ([^.]*?), are imported/.exec(page) ?? [];
    expect([...told.matchAll(/`(\w+)`/g)].map(([, name]) => name)).toEqual(header.split(","));
  });

  it("as JSON is the API's own", async () => {
    await fc.assert(
      fc.asyncProperty(expenses, async (some) => {
        expect(JSON.parse(await written("json", some))).toEqual(some);
      }),
    );
  });

  it("contains no formula for a spreadsheet if that is wanted", async () => {
    await fc.assert(
      fc.asyncProperty(expenses, async (some) => {
        const text = await written("csv", some, { ...plain, isSpreadsheetSafe: true });
        // Removes quotes as a spreadsheet does.
        const cells = [...text.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = ""]) => cell);
        expect(cells.filter((cell) => /^[\s\uFEFF]*[=+\-@＝＋－＠]|^[\t\r\n]/.test(cell))).toEqual(
          [],
        );
      }),
    );
  });
});
