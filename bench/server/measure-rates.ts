import { fork } from "node:child_process";
import { once } from "node:events";
import { serve } from "../lib/serve.ts";
import { median } from "../lib/statistics.ts";
import { ask, callerOf, register } from "./api.ts";
import { processSeconds } from "./process-time.ts";
import { wrk, type WrkRequest } from "./wrk.ts";

export interface Measured {
  what: string;
  perSecond: number;
  p99Ms: number;
  /** Of what bare Node answered, just before. */
  ratio: number;
  /** How long a processor was busy for one request; NaN where that isn't known. */
  busyMicroseconds: number;
  /** Bare Node's, as a share of that. */
  busyRatio: number;
}

interface Target extends WrkRequest {
  what: string;
  pid: number;
}

const lunch = { amount: 12.5, description: "Lunch with Ada", category: "FOOD", tags: ["work"] };

async function startBare(body: string) {
  const child = fork(new URL("bare.js", import.meta.url), [body]);
  const [port] = (await once(child, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    stop: () => child.disconnect(),
  };
}

interface Round {
  perSecond: number;
  p99Ms: number;
  busyMicroseconds: number;
}

async function measureOnce(target: Target, seconds: number, folder: string): Promise<Round> {
  const before = await processSeconds(target.pid);
  const { requests, perSecond, p99Ms } = await wrk(target, seconds, folder);
  const busySeconds = (await processSeconds(target.pid)) - before;
  return { perSecond, p99Ms, busyMicroseconds: (busySeconds / requests) * 1e6 };
}

/** Each in turn, again and again, so that all meet the same machine. */
async function measureInTurns(
  targets: readonly Target[],
  { rounds, seconds, folder }: RateOptions,
): Promise<Measured[]> {
  const all = targets.map((): Round[] => []);
  // Nobody's first requests count: a program gets faster as it is used.
  for (const target of targets) await wrk(target, Math.min(seconds, 2), folder);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, target] of targets.entries()) {
      all[index]?.push(await measureOnce(target, seconds, folder));
    }
  }
  const [bare = []] = all;
  return targets.map(({ what }, index) => {
    const own = all[index] ?? [];
    const pairs = own.map((one, round) => ({ one, other: bare[round] ?? one }));
    return {
      what,
      perSecond: median(own.map(({ perSecond }) => perSecond)),
      p99Ms: median(own.map(({ p99Ms }) => p99Ms)),
      ratio: median(pairs.map(({ one, other }) => one.perSecond / other.perSecond)),
      busyMicroseconds: median(own.map(({ busyMicroseconds }) => busyMicroseconds)),
      busyRatio: median(
        pairs.map(({ one, other }) => other.busyMicroseconds / one.busyMicroseconds),
      ),
    };
  });
}

export interface RateOptions {
  rounds: number;
  seconds: number;
  folder: string;
}

/** How many requests of a kind are answered in a second, beside bare Node that answers with the same text. */
export async function measureRates(options: RateOptions): Promise<Measured[]> {
  const server = await serve(`${options.folder}/rates`);
  const caller = callerOf(server.url, 1);
  try {
    await register(caller);
    const { token } = caller;
    const { text } = await ask(caller.send, "POST", "/expenses/", lunch);
    const bare = await startBare(text);
    const { id } = JSON.parse(text) as { id: number };
    const expenses = `${server.url}/expenses/`;
    try {
      const { pid } = server;
      return await measureInTurns(
        [
          { what: "node:http, the same answer", ...bare, token },
          { what: "GET /expenses/ID/", url: `${expenses}${id}/`, pid, token },
          { what: "POST /expenses/", url: expenses, pid, token, body: lunch },
        ],
        options,
      );
    } finally {
      bare.stop();
    }
  } finally {
    caller.close();
    await server.stop();
  }
}
