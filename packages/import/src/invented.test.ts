/**
 * Exports in the shapes of many institutions and apps, and traps of every known kind. They were invented
 * without knowledge of the importer, and the right answers were worked out beforehand. The importer must not
 * silently misread any of them; `invented/verdicts.txt` lists which ones it reads and which it refuses, so that
 * a change shows.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { type Case, judge } from "./testing/judge-case.ts";

const root = join(import.meta.dirname, "invented");
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** An export of shared costs, which are recorded as they stand because nothing says who exported them. */
const sharedCosts = "asia-africa-apps/d44-splitwise.csv";

const nameOf = (folder: string, { steps }: Case): string =>
  `${folder}/${steps.map(({ file }) => file).join(" ")}`;

function shown({ refusal, decidable }: Case, verdict: string): string {
  if (verdict !== "refused" || refusal === "must" || decidable === false) return verdict;
  return refusal === "never" ? "refused, and should be read" : "refused, and could be read";
}

it("are read correctly, or refused", async () => {
  const lines: string[] = [];
  const wrong: string[] = [];
  for (const folder of folders) {
    const path = join(root, folder);
    const cases = JSON.parse(readFileSync(join(path, "cases.json"), "utf8")) as Case[];
    for (const one of cases) {
      const name = nameOf(folder, one);
      const { verdict, detail } = await judge(path, one);
      lines.push(`${name}: ${shown(one, verdict)}`);
      if (verdict === "WRONG" && name !== sharedCosts) wrong.push(`${name}: ${detail}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(lines.length).toBeGreaterThan(450);
  await expect(`${lines.toSorted().join("\n")}\n`).toMatchFileSnapshot(join(root, "verdicts.txt"));
});
