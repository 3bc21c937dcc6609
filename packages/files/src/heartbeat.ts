/** How the owner of a lock shows that it lives: it touches its file again and again. */
import { utimesSync } from "node:fs";
import { join } from "node:path";

const everyMs = 1000;

// Beside this file as well as in the bundle.
const workerBeside = join(import.meta.dirname, "heartbeat-worker.cjs");

function beatHere(path: string): () => void {
  const beat = () => {
    const now = new Date();
    try {
      // At once: a promise would wait behind whatever the disk has to do.
      utimesSync(path, now, now);
    } catch {
      // A beat that fails is missed; if the folder is gone for good, writing will say so.
    }
  };
  const timer = setInterval(beat, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** In a thread of its own, which beats also while this one is busy, or waits for the disk. */
async function beatApart(path: string, workerFile: string): Promise<() => void> {
  // Not loaded by commands, which keep no lock for long.
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(workerFile, { workerData: { path, everyMs } });
  worker.unref();
  let stopHere: (() => void) | undefined;
  let isStopped = false;
  // A system may allow no further thread.
  worker.on("error", () => {
    if (!isStopped) stopHere ??= beatHere(path);
  });
  return () => {
    isStopped = true;
    stopHere?.();
    void worker.terminate();
  };
}

/**
 * Begins to touch a file every second; gives what ends it.
 * @param isApart for an owner that keeps its lock for long
 */
export const startHeartbeat = async (
  path: string,
  isApart: boolean,
  workerFile = workerBeside,
): Promise<() => void> => (isApart ? beatApart(path, workerFile) : beatHere(path));
