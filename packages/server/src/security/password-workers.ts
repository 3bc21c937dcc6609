import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Bcrypt } from "./passwords.ts";

export interface PasswordWorkersOptions {
  /** The maximum number of threads. Each starts when there is work for it. */
  threads: number;
  /** The maximum number of jobs that wait for a thread; further ones are refused. */
  maxWaiting: number;
  /** Returns the error for a refused job. */
  refusal: () => Error;
  /** The path of the threads' script, if it isn't the server's own; for tests. */
  workerFile?: string;
}

export interface PasswordWorkers extends Bcrypt {
  /** Ends the threads. Waiting jobs are refused. */
  stop(): Promise<void>;
}

interface Job {
  request: { text: string; workFactor?: number; bcryptHash?: string };
  resolve: (result: string | boolean) => void;
  reject: (error: unknown) => void;
}

interface Answer {
  result?: string | boolean;
  error?: unknown;
}

interface Thread {
  worker: Worker;
  job: Job | undefined;
}

// The script is beside this file, both in the source and in the bundle.
const workerBeside = join(import.meta.dirname, "password-worker.cjs");

/**
 * Runs bcrypt in separate threads, each with one job at a time, so that other requests never wait for a login. The queue
 * is bounded, so that a flood of logins takes no more memory. A pool such as piscina looks for files of its own, which
 * the bundle doesn't have, and does much that isn't needed here.
 */
export function passwordWorkers(options: PasswordWorkersOptions): PasswordWorkers {
  const { threads, maxWaiting, refusal, workerFile = workerBeside } = options;
  const waiting: Job[] = [];
  const pool = new Set<Thread>();
  let isStopped = false;

  function startThread(): Thread {
    const thread: Thread = { worker: new Worker(workerFile), job: undefined };
    pool.add(thread);
    const fail = (error: unknown) => {
      pool.delete(thread);
      thread.job?.reject(error);
      thread.job = undefined;
      assign();
    };
    thread.worker.on("message", ({ result, error }: Answer) => {
      const { job } = thread;
      thread.job = undefined;
      if (result === undefined) job?.reject(error);
      else job?.resolve(result);
      assign();
    });
    thread.worker.on("error", fail);
    thread.worker.on("exit", () => fail(new Error("A password worker thread has stopped.")));
    return thread;
  }

  function assign(): void {
    while (waiting.length > 0) {
      const idle = [...pool].find(({ job }) => job === undefined);
      const thread = idle ?? (pool.size < threads ? startThread() : undefined);
      if (!thread) return;
      thread.job = waiting.shift();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      thread.worker.postMessage(thread.job?.request);
    }
  }

  function run<Result extends string | boolean>(request: Job["request"]): Promise<Result> {
    return new Promise((resolve, reject) => {
      if (isStopped || waiting.length >= maxWaiting) {
        reject(refusal());
        return;
      }
      waiting.push({ request, resolve: resolve as Job["resolve"], reject });
      assign();
    });
  }

  return {
    hash: (text, workFactor) => run<string>({ text, workFactor }),
    compare: (text, bcryptHash) => run<boolean>({ text, bcryptHash }),
    async stop() {
      isStopped = true;
      for (const { reject } of waiting.splice(0)) reject(refusal());
      await Promise.all([...pool].map(({ worker }) => worker.terminate()));
    },
  };
}
