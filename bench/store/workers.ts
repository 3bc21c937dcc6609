import { join } from "node:path";
import { type Remote, startRemote } from "../lib/remote.ts";
import type { Jobs } from "./worker.ts";

export type Worker = Remote<Jobs>;

// The bundle has it beside the main file.
export const startWorker = (): Worker => startRemote<Jobs>(join(import.meta.dirname, "worker.cjs"));

export async function withWorker<Result>(
  work: (worker: Worker) => Promise<Result>,
): Promise<Result> {
  const worker = startWorker();
  try {
    return await work(worker);
  } finally {
    await worker.stop();
  }
}
