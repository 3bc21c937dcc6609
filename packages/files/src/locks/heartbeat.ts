/** How the owner of a lock shows that it lives: it touches its file again and again. */
import { utimesSync } from "node:fs";
import { join } from "node:path";

export interface HeartbeatOptions {
  path: string;
  /** For an owner that keeps its lock for long: a thread of its own, which beats also while the process is busy. */
  isApart: boolean;
  everyMs?: number;
  /** The path of what the thread runs, if it isn't that of the program. */
  workerFile?: string;
}

const usuallyEveryMs = 1000;

// Beside this file as well as in the bundle.
const workerBeside = join(import.meta.dirname, "heartbeat-worker.cjs");

function beatHere(path: string, everyMs: number): () => void {
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

async function beatApart(
  path: string,
  everyMs: number,
  workerFile: string,
): Promise<() => Promise<void>> {
  // Not loaded by commands, which keep no lock for long.
  const { Worker } = await import("node:worker_threads");
  const worker = new Worker(workerFile, { workerData: { path, everyMs } });
  worker.unref();
  let stopHere: (() => void) | undefined;
  let isStopped = false;
  // A system may allow no further thread.
  worker.on("error", () => {
    if (!isStopped) stopHere ??= beatHere(path, everyMs);
  });
  return async () => {
    isStopped = true;
    stopHere?.();
    await worker.terminate();
  };
}

/** Begins to touch a file; gives what ends it. */
export async function startHeartbeat({
  path,
  isApart,
  everyMs = usuallyEveryMs,
  workerFile = workerBeside,
}: HeartbeatOptions): Promise<() => void | Promise<void>> {
  return isApart ? beatApart(path, everyMs, workerFile) : beatHere(path, everyMs);
}
