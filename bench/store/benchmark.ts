/** Measures how the store behaves as it grows. */
import { statfs } from "node:fs/promises";
import { benchmark, type Finding } from "../lib/benchmark.ts";
import { buildFolders, type SizeFolders } from "./folders.ts";
import { type Creates, measureCreates, measureRewrites } from "./measure-creates.ts";
import { type Folding, measureFolding } from "./measure-folding.ts";
import { measureOpening } from "./measure-opening.ts";
import { reportSections } from "./report.ts";

/** Above this number, rewriting everything for each change takes too long to be shown. */
const mostRewritten = 100_000;
/** statfs(2) */
const tmpfsType = 0x01021994;
const laneCounts = [1, 16];

async function inTurn<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function measureFolds(sizes: readonly SizeFolders[]): Promise<Folding[]> {
  const pairs = sizes.flatMap((size) => laneCounts.map((lanes) => ({ size, lanes })));
  return inTurn(pairs, ({ size, lanes }) => measureFolding(size, lanes));
}

function findingsOf(creates: readonly Creates[]): Finding[] {
  const [first] = creates;
  const last = creates.at(-1);
  if (!first || !last) return [];
  return [
    {
      work: `a durable write among ${last.count.toLocaleString("en")} expenses`,
      own: `${last.medianMs.toFixed(2)} ms`,
      beside: `among ${first.count.toLocaleString("en")}: ${first.medianMs.toFixed(2)} ms`,
      ratio: last.medianMs / first.medianMs,
      aim: { most: 1.3 },
    },
  ];
}

export const store = benchmark({
  options: {},
  counts: [1000, 10_000, 100_000, 1_000_000],
  // With fewer records, the journal would be folded before there is anything to compare with.
  leastCount: 1000,
  programs: [],
  async measure({ folder, counts, tell }) {
    const { type } = await statfs(folder);
    if (type === tmpfsType)
      tell(`${folder} is in memory, where a sync costs nothing: see --folder.`);
    tell("Building the data folders …");
    const sizes = await inTurn(counts, (count) => buildFolders(folder, count));
    tell("Opening …");
    const openings = await inTurn(sizes, measureOpening);
    tell("Creating, one at a time …");
    const creates = await measureCreates(sizes);
    const rewrites = await inTurn(
      sizes.filter(({ count }) => count <= mostRewritten),
      measureRewrites,
    );
    tell("Folding …");
    const foldings = await measureFolds(sizes);
    return {
      sections: reportSections({ creates, rewrites, openings, foldings }),
      findings: findingsOf(creates),
    };
  },
});
