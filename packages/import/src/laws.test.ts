/** Laws that hold for any part of a file that is read without options. */
import fc from "fast-check";
import { basename } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { cutOf, exports, fatesOf, readFile, type ReadFile, readPlan } from "./testing/cut.ts";

const isLong = process.env["OUTLAY_LONG_TESTS"] !== undefined;
const [cutsInAll, pairsInAll] = isLong ? [20_000, 2_000] : [500, 60];
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
const fewestRows = 3;

const files: ReadFile[] = [];
beforeAll(async () => {
  for (const path of exports()) {
    const file = await readFile(path);
    if (file) files.push(file);
  }
});

/** A file and two places in it, such that every run of rows is equally likely. */
const places = fc.tuple(fc.nat(), fc.nat(), fc.nat());

function runIn([which, one, other]: readonly [number, number, number], among: readonly ReadFile[]) {
  const file = among[which % among.length] as ReadFile;
  const ends = file.rows.length + 1;
  const [from, to] = [Math.min(one % ends, other % ends), Math.max(one % ends, other % ends)];
  return { file, from, to };
}

const isPurchase = ({ row }: ReadFile["rows"][number]): boolean => row.kind === "expense";

/** Whether all rows of a run are purchases, so that no row of the other sign tells them apart. */
const isOfOneSign = (rows: ReadFile["rows"]): boolean => rows.every(isPurchase);

describe("a run of rows with a purchase, below the lines above the list,", () => {
  it("is read as in the whole file, or refused", async () => {
    const counts = { read: 0, refused: 0, refusedOfOneSign: 0 };
    const check = async (place: readonly [number, number, number]) => {
      const { file, from, to } = runIn(place, files);
      const rows = file.rows.slice(from, to);
      fc.pre(rows.length >= fewestRows && rows.some(isPurchase));
      const plan = await readPlan(cutOf(file, from, to));
      if (!plan) {
        counts[isOfOneSign(rows) ? "refusedOfOneSign" : "refused"] += 1;
        return;
      }
      counts.read += 1;
      const where = `${basename(file.path)}, rows ${from + 1} to ${to}`;
      expect(fatesOf(plan.rows), where).toEqual(fatesOf(rows.map(({ row }) => row)));
    };
    await fc.assert(fc.asyncProperty(places, check), { numRuns: cutsInAll });
    process.stdout.write(`Runs of rows: ${JSON.stringify(counts)}\n`);
    expect(counts.read).toBeGreaterThan(cutsInAll / 2);
  });

  it("is read the same with rows added after it, or one of the two is refused", async () => {
    let compared = 0;
    const check = async (place: readonly [number, number, number]) => {
      const { file, from: shorter, to: longer } = runIn(place, files);
      fc.pre(shorter >= fewestRows && file.rows.slice(0, shorter).some(isPurchase));
      const part = await readPlan(cutOf(file, 0, shorter));
      const whole = await readPlan(cutOf(file, 0, longer));
      if (!part || !whole) return;
      compared += 1;
      const { length } = part.rows;
      expect(fatesOf(whole.rows.slice(0, length)), basename(file.path)).toEqual(fatesOf(part.rows));
    };
    await fc.assert(fc.asyncProperty(places, check), { numRuns: pairsInAll });
    expect(compared).toBeGreaterThan(pairsInAll / 4);
  });
});

/** Whether a file is text without multi-line cells, which another delimiter would tear apart. */
const isPlain = ({ above, rows }: ReadFile): boolean => {
  const text = Buffer.concat([above, ...rows.map(({ bytes }) => bytes)]).toString("latin1");
  const isInLines = rows.every(({ bytes }) => !/[\r\n]/.test(bytes.toString("latin1").trim()));
  return isInLines && !/[\x80-\xff]/.test(text.slice(3));
};

const wholeOf = (file: ReadFile): Buffer => cutOf(file, 0, file.rows.length);

const purchasesIn = (rows: Parameters<typeof fatesOf>[0]): string[] =>
  fatesOf(rows.filter(({ kind }) => kind === "expense"))
    .map((fate) => fate.split(" ").slice(0, 2).join(" "))
    .toSorted();

it("no row of two lists with a header each vanishes from a file, in either order", async () => {
  const plain = files.filter((file) => isPlain(file) && file.above.length > 0);
  let refused = 0;
  const check = async ([one, other]: readonly [number, number]) => {
    const [first, second] = [plain[one % plain.length], plain[other % plain.length]];
    fc.pre(first !== undefined && second !== undefined && first !== second);
    const both = Buffer.concat([wholeOf(first), Buffer.from("\n\n"), wholeOf(second)]);
    const plan = await readPlan(both);
    if (!plan) {
      refused += 1;
      return;
    }
    const all = [...first.rows, ...second.rows].map(({ row }) => row);
    const where = `${basename(first.path)} above ${basename(second.path)}`;
    expect(purchasesIn(plan.rows), where).toEqual(purchasesIn(all));
  };
  await fc.assert(fc.asyncProperty(fc.tuple(fc.nat(), fc.nat()), check), { numRuns: pairsInAll });
  expect(plain.length).toBeGreaterThan(50);
  expect(refused).toBeGreaterThan(0);
});
