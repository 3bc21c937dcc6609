import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./program.ts";

const review = await readFile(join(root, "docs/SECURITY.md"), "utf8");

const testsIn = (text: string) =>
  [...text.matchAll(/^- `([^`]+)`: "([^"]+)"/gm)].map(([, file = "", title = ""]) => ({
    file,
    title: title.replaceAll(/\s+/g, " "),
  }));

const [general = "", ...parts] = review.split(/^\*\*(?=API\d)/m);

/** The points of the review: each with its number, and the tests that it names. */
const points = parts.map((text) => ({
  number: Number(/^API(\d+)/.exec(text)?.[1]),
  tests: testsIn(text),
}));

/** Named tests that don't exist where they should. */
async function missingOf(tests: ReturnType<typeof testsIn>) {
  const texts = await Promise.all(tests.map(({ file }) => readFile(join(root, file), "utf8")));
  return tests.filter(({ title }, index) => !texts[index]?.includes(title));
}

it("goes through all ten points of OWASP's list", () => {
  expect(points.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it.each(points)("names existing tests for API$number", async ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  expect(await missingOf(tests)).toEqual([]);
});

it("names existing tests for its claims about files", async () => {
  expect(testsIn(general).length).toBeGreaterThan(0);
  expect(await missingOf(testsIn(general))).toEqual([]);
});
