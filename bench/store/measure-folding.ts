import { rm } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { sharedMs } from "../lib/clock.ts";
import { highest, median, quantile } from "../lib/statistics.ts";
import { copyFolder, type SizeFolders } from "./folders.ts";
import type { Fold } from "./jobs/serve.ts";
import { type Sent, sendLoad, warmUp } from "./load.ts";
import { withWorker, type Worker } from "./workers.ts";

interface Latencies {
  requests: number;
  medianMs: number;
  p99Ms: number;
  slowestMs: number;
  slowestFindMs: number;
}

export interface Folding {
  count: number;
  lanes: number;
  folds: number;
  foldMedianMs: number;
  /** The longest time, in any fold, in which the process was blocked. */
  blockedMs: number;
  /** The longest stretch of work, as if it had a processor of its own; null if unknown. */
  workedMs: number | null;
  /** The latencies of requests during a fold. */
  folding: Latencies;
  /** The latencies of all other requests. */
  calm: Latencies;
  peakMiB: number;
}

interface Round {
  sent: Sent[];
  folds: readonly Fold[];
  peakMiB: number;
}

/** Small sizes fold quickly, so they fold more often for the same amount of data. */
const roundsFor = (count: number) => (count > 100_000 ? 1 : 3);
const leastMs = 1000;
const pollMs = 20;
const patienceMs = 180_000;

/** Waits until the journal has been folded, and some time longer. */
async function foldAndMore(worker: Worker): Promise<void> {
  const deadlineMs = sharedMs() + patienceMs;
  let firstFold: Fold | undefined;
  while (firstFold === undefined || sharedMs() < firstFold.endMs + leastMs) {
    if (sharedMs() > deadlineMs) throw new Error("The journal was not folded.");
    await pause(pollMs);
    [firstFold] = await worker.call("foldsSoFar");
  }
}

async function measureRound(folder: string, count: number, lanes: number): Promise<Round> {
  return withWorker(async (worker) => {
    const served = await worker.call("serve", folder);
    await warmUp(served);
    await worker.call("startWatching");
    let isOver = false;
    let number = count;
    const nextNumber = () => {
      number += 1;
      return number;
    };
    const waited = foldAndMore(worker).finally(() => {
      isOver = true;
    });
    const loading = sendLoad({ served, lanes, nextNumber, isOver: () => isOver });
    const [sent] = await Promise.all([loading, waited]);
    const folds = await worker.call("foldsSoFar");
    const peakMiB = await worker.call("peakMiB");
    await worker.call("stopServing");
    return { sent, folds, peakMiB };
  });
}

const tookMs = ({ startMs, endMs }: Sent) => endMs - startMs;

function latenciesOf(sent: readonly Sent[]): Latencies {
  const all = sent.map(tookMs);
  return {
    requests: sent.length,
    medianMs: median(all),
    p99Ms: quantile(all, 0.99),
    slowestMs: highest(all),
    slowestFindMs: highest(sent.filter(({ kind }) => kind === "find").map(tookMs)),
  };
}

const isDuring = (folds: readonly Fold[], { startMs, endMs }: Sent) =>
  folds.some((fold) => startMs < fold.endMs && endMs > fold.startMs);

function highestKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? highest(known) : null;
}

export async function measureFolding(
  { count, nearlyDue }: SizeFolders,
  lanes: number,
): Promise<Folding> {
  const rounds: Round[] = [];
  for (let round = 0; round < roundsFor(count); round += 1) {
    const folder = await copyFolder(nearlyDue, `${nearlyDue}-copy`);
    rounds.push(await measureRound(folder, count, lanes));
    await rm(folder, { recursive: true });
  }
  const pick = (areFolding: boolean) =>
    rounds.flatMap(({ sent, folds }) => sent.filter((one) => isDuring(folds, one) === areFolding));
  const folds = rounds.flatMap((round) => round.folds);
  return {
    count,
    lanes,
    folds: folds.length,
    foldMedianMs: median(folds.map(({ startMs, endMs }) => endMs - startMs)),
    blockedMs: highest(folds.map(({ blockedMs }) => blockedMs)),
    workedMs: highestKnown(folds.map(({ workedMs }) => workedMs)),
    folding: latenciesOf(pick(true)),
    calm: latenciesOf(pick(false)),
    peakMiB: highest(rounds.map(({ peakMiB }) => peakMiB)),
  };
}
