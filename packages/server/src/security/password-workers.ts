import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { Bcrypt } from "./passwords.ts";

export interface PasswordWorkersOptions {
  /** Threads at most; each is started when there is work for it. */
  threads: number;
  /** How many may wait for a thread; whoever comes then is refused. */
  maxWaiting: number;
  /** What is thrown at who comes then. */
  refusal: () => Error;
  /** The path of what the threads run, if it isn't that of the server. */
  workerFile?: string;
}

export interface PasswordWorkers extends Bcrypt {
  /** Ends the threads. Whoever still waits is refused. */
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

// Beside this file as well as in the bundle.
const workerBeside = join(import.meta.dirname, "password-worker.cjs");

/**
 * bcrypt in threads of its own, a job for each at a time, so that requests never wait behind a login. What
 * waits is bounded: a flood of logins costs no more memory than that. A pool as piscina would look for
 * its own files where a bundle doesn't have them, and does much that nobody needs here.
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
