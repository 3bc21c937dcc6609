import { quantile, median } from "../lib/statistics.ts";
import type { SizeFolders } from "./folders.ts";
import { startWorker, withWorker } from "./workers.ts";

export interface Creates {
  count: number;
  medianMs: number;
  p99Ms: number;
  journalBytes: number;
  /** A write and datasync of as many bytes, without a store. */
  bareMedianMs: number;
  bareP99Ms: number;
  peakMiB: number;
}

const turns = 10;
const createsPerTurn = 200;

/** The sizes take turns, so that other load on the disk affects all of them. */
export async function measureCreates(sizes: readonly SizeFolders[]): Promise<Creates[]> {
  const measured = sizes.map((size) => ({
    ...size,
    worker: startWorker(),
    createsMs: [] as number[],
    bareWritesMs: [] as number[],
  }));
  try {
    for (const { worker, calm, count } of measured) {
      await worker.call("openForCreates", calm, count);
    }
    for (let turn = 0; turn < turns; turn += 1) {
      for (const { worker, createsMs, bareWritesMs } of measured) {
        const done = await worker.call("createInTurn", createsPerTurn);
        createsMs.push(...done.createsMs);
        bareWritesMs.push(...done.bareWritesMs);
      }
    }
    const results: Creates[] = [];
    for (const { worker, count, createsMs, bareWritesMs } of measured) {
      const journalBytes = await worker.call("journalBytesPerCreate");
      const peakMiB = await worker.call("peakMiB");
      await worker.call("closeAfterCreates");
      results.push({
        count,
        medianMs: median(createsMs),
        p99Ms: quantile(createsMs, 0.99),
        journalBytes,
        bareMedianMs: median(bareWritesMs),
        bareP99Ms: quantile(bareWritesMs, 0.99),
        peakMiB,
      });
    }
    return results;
  } finally {
    await Promise.all(measured.map(({ worker }) => worker.stop()));
  }
}

export interface Rewrites {
  count: number;
  medianMs: number;
}

const rewriteRounds = 7;

export const measureRewrites = ({ count, calm }: SizeFolders): Promise<Rewrites> =>
  withWorker(async (worker) => ({
    count,
    medianMs: median(await worker.call("timeRewriting", calm, count, rewriteRounds)),
  }));
