import { median } from "../lib/statistics.ts";
import type { SizeFolders } from "./folders.ts";
import { withWorker } from "./workers.ts";

export interface Opening {
  count: number;
  openMedianMs: number;
  /** JSON.parse of the snapshot's text. */
  parseMedianMs: number;
  /** The time of JSON.parse including decoding the bytes into text. */
  decodeAndParseMedianMs: number;
  peakMiB: number;
}

const roundsFor = (count: number) => (count > 100_000 ? 3 : 7);

/**
 * Each run has a new process, as a command does: nothing is warm, and the memory has yet to grow.
 */
export async function measureOpening({ count, calm }: SizeFolders): Promise<Opening> {
  const opensMs: number[] = [];
  const parsesMs: number[] = [];
  const decodesAndParsesMs: number[] = [];
  const peaksMiB: number[] = [];
  for (let round = 0; round < roundsFor(count); round += 1) {
    await withWorker(async (worker) => {
      opensMs.push(await worker.call("timeOpening", calm));
      peaksMiB.push(await worker.call("peakMiB"));
    });
    const parsing = await withWorker((worker) => worker.call("timeParsing", calm));
    parsesMs.push(parsing.parseMs);
    decodesAndParsesMs.push(parsing.decodeAndParseMs);
  }
  return {
    count,
    openMedianMs: median(opensMs),
    parseMedianMs: median(parsesMs),
    decodeAndParseMedianMs: median(decodesAndParsesMs),
    peakMiB: median(peaksMiB),
  };
}
