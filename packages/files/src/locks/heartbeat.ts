/** Shows that a lock's owner is alive, by touching the lock file again and again. */
import { utimesSync } from "node:fs";
import { join } from "node:path";

export interface HeartbeatOptions {
  path: string;
  /**
   * Whether the heartbeat runs in a thread of its own, which beats even while the process is busy.
   * For owners that keep a lock for long.
   */
  isApart: boolean;
  everyMs?: number;
  /** The path of the thread's script, if it isn't the program's own. */
  workerFile?: string;
}

const usuallyEveryMs = 1000;

// Lies beside this file in the source and in the bundle alike.
const workerBeside = join(import.meta.dirname, "heartbeat-worker.cjs");

function beatHere(path: string, everyMs: number): () => void {
  const beat = () => {
    const now = new Date();
    try {
      // Synchronous, because a promise would wait behind whatever else the disk has to do.
      utimesSync(path, now, now);
    } catch {
      // A failed beat is skipped; if the folder is gone for good, the next write reports it.
    }
  };
  const timer = setInterval(beat, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

async function beatApart(
  path: string,
  everyMs: number,
  workerFile: string,
): Promise<() => Promise<void>> {
  // Loaded late, because commands keep no lock for long and don't need it.
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(workerFile, { workerData: { path, everyMs } });
  worker.unref();
  let stopHere: (() => void) | undefined;
  let isStopped = false;
  // The system may not allow another thread.
  worker.on("error", () => {
    if (!isStopped) stopHere ??= beatHere(path, everyMs);
  });
  return async () => {
    isStopped = true;
    stopHere?.();
    await worker.terminate();
  };
}

/**
 * Starts touching a file.
 * @returns a function that stops it
 */
export async function startHeartbeat({
  path,
  isApart,
  everyMs = usuallyEveryMs,
  workerFile = workerBeside,
}: HeartbeatOptions): Promise<() => void | Promise<void>> {
  return isApart ? beatApart(path, everyMs, workerFile) : beatHere(path, everyMs);
}
