/**
 * How the store behaves as it grows: `pnpm bench:store`. Arguments are the numbers of stored expenses;
 * `--json` prints the figures for programs, `--folder` says on which disk to measure.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { buildFolders, type SizeFolders } from "./folders.ts";
import { measureCreates, measureRewrites } from "./measure-creates.ts";
import { type Folding, measureFolding } from "./measure-folding.ts";
import { measureOpening } from "./measure-opening.ts";
import { machine } from "../lib/machine.ts";
import { type Figures, reportText } from "./report.ts";

const defaultSizes = [1000, 10_000, 100_000, 1_000_000];
/** Above, writing everything for each change takes too long to be shown. */
const mostRewritten = 100_000;
/** With fewer, the journal would be folded before there is anything to compare with. */
const leastSize = 1000;
/** statfs(2) */
const tmpfsType = 0x01021994;
const laneCounts = [1, 16];

const tell = (text: string) => process.stderr.write(`${text}\n`);

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

async function measure(root: string, counts: readonly number[]): Promise<Figures> {
  tell("Building the data folders …");
  const sizes = await inTurn(counts, (count) => buildFolders(root, count));
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
  return { machine: machine(), creates, rewrites, openings, foldings };
}

/** @throws Error, with what is wrong with the arguments */
function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      folder: { type: "string", default: tmpdir() },
    },
  });
  const counts = positionals.length > 0 ? positionals.map(Number) : defaultSizes;
  if (counts.every((count) => Number.isSafeInteger(count) && count >= leastSize)) {
    return { ...values, counts };
  }
  throw new Error(`The sizes are numbers of expenses, ${leastSize} or more.`);
}

try {
  const { counts, folder, json } = readArguments();
  const { type } = await statfs(folder);
  if (type === tmpfsType) tell(`${folder} is in memory, where a sync costs nothing: see --folder.`);
  const root = await mkdtemp(join(folder, "outlay-bench-"));
  process.once("SIGINT", () => {
    rmSync(root, { recursive: true, force: true });
    process.exit(130);
  });
  try {
    const figures = await measure(root, counts);
    process.stdout.write(json ? `${JSON.stringify(figures, null, 2)}\n` : reportText(figures));
  } finally {
    await rm(root, { recursive: true, force: true });
  }
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
