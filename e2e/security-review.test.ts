import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { root } from "./program.ts";

const review = await readFile(join(root, "docs/SECURITY.md"), "utf8");

/** Each point of the review: its number, and the tests that it names. */
const points = review
  .split(/^\*\*(?=API\d)/m)
  .slice(1)
  .map((text) => ({
    number: Number(/^API(\d+)/.exec(text)?.[1]),
    tests: [...text.matchAll(/^- `([^`]+)`: "([^"]+)"/gm)].map(([, file = "", title = ""]) => ({
      file,
      title: title.replaceAll(/\s+/g, " "),
    })),
  }));

it("goes through all ten points of OWASP's list", () => {
  expect(points.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it.each(points)("names tests for API$number that there are", async ({ tests }) => {
  expect(tests.length).toBeGreaterThan(0);
  for (const { file, title } of tests) {
    expect(await readFile(join(root, file), "utf8"), file).toContain(title);
  }
});
