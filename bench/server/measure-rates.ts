/**
 * Measures how many requests of a kind are answered in a second, compared with other servers that
 * answer the same.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { isInstalled } from "../lib/programs.ts";
import { serve } from "../lib/serve.ts";
import { median } from "../lib/statistics.ts";
import { ask, callerOf, register } from "./api.ts";
import { peerProgram, peerTargets } from "./peer.ts";
import { processSeconds } from "./process-time.ts";
import { type Target, wrk } from "./wrk.ts";

interface Round {
  perSecond: number;
  p99Ms: number;
  /** The processor time of one request; NaN where that isn't known. */
  busyMicroseconds: number;
}

/** The results of a target in each round. */
export interface Rate {
  what: string;
  rounds: readonly Round[];
}

export interface Rates {
  bare: Rate;
  get: Rate;
  post: Rate;
  /** Undefined where it isn't installed. */
  django: { get: Rate; post: Rate } | undefined;
}

export const medianOf = ({ rounds }: Rate, name: keyof Round): number =>
  median(rounds.map((round) => round[name]));

/** The ratio of one target's figures to another's in the same rounds. */
export const ratioOf = (one: Rate, other: Rate, name: keyof Round): number =>
  median(
    one.rounds.map((round, index) => round[name] / (other.rounds[index]?.[name] ?? Number.NaN)),
  );

const lunch = { amount: 12.5, description: "Lunch with Ada", category: "FOOD", tags: ["work"] };

async function startBare(body: string) {
  const child = fork(join(import.meta.dirname, "bare.cjs"), [body]);
  const [port] = (await once(child, "message")) as [number];
  return {
    url: `http://127.0.0.1:${port}/`,
    pid: child.pid ?? 0,
    stop: () => child.disconnect(),
  };
}

async function measureOnce(target: Target, seconds: number, folder: string): Promise<Round> {
  const busy = () => (target.pid === undefined ? Number.NaN : processSeconds(target.pid));
  const before = await busy();
  const { requests, perSecond, p99Ms } = await wrk(target, seconds, folder);
  return { perSecond, p99Ms, busyMicroseconds: (((await busy()) - before) / requests) * 1e6 };
}

export interface RateOptions {
  rounds: number;
  seconds: number;
  folder: string;
}

/** Measures the targets in turn, again and again, so that all meet the same conditions. */
async function measureInTurns<Name extends string>(
  targets: Record<Name, Target>,
  { rounds, seconds, folder }: RateOptions,
): Promise<Record<Name, Rate>> {
  const all = Object.entries<Target>(targets).map(([name, target]) => ({
    name,
    target,
    rounds: [] as Round[],
  }));
  // The first requests don't count for any target: a program gets faster as it is used.
  for (const { target } of all) await wrk(target, Math.min(seconds, 2), folder);
  for (let round = 0; round < rounds; round += 1) {
    for (const one of all) one.rounds.push(await measureOnce(one.target, seconds, folder));
  }
  const rates = all.map(({ name, target, rounds: done }) => [
    name,
    { what: target.what, rounds: done },
  ]);
  return Object.fromEntries(rates) as Record<Name, Rate>;
}

/** @throws Error if a single request fails */
export async function measureRates(options: RateOptions): Promise<Rates> {
  const server = await serve(`${options.folder}/rates`);
  const caller = callerOf(server.url, 1);
  const stops: (() => unknown)[] = [() => caller.close(), () => server.stop()];
  try {
    await register(caller);
    const { token } = caller;
    const { text } = await ask(caller.send, "POST", "/expenses/", lunch);
    const { id } = JSON.parse(text) as { id: number };
    const bare = await startBare(text);
    stops.push(bare.stop);
    const { pid } = server;
    const expenses = `${server.url}/expenses/`;
    const targets = {
      bare: { what: "node:http, the same answer", url: bare.url, pid: bare.pid, token },
      get: { what: "GET /expenses/ID/", url: `${expenses}${id}/`, pid, token },
      post: { what: "POST /expenses/", url: expenses, pid, token, body: lunch },
    };
    if (!(await isInstalled(peerProgram))) {
      return { ...(await measureInTurns(targets, options)), django: undefined };
    }
    const peer = await peerTargets(`${options.folder}/peer`, lunch);
    stops.push(peer.stop);
    const { get: peerGet, post: peerPost } = peer.targets;
    const rates = await measureInTurns({ ...targets, peerGet, peerPost }, options);
    return { ...rates, django: { get: rates.peerGet, post: rates.peerPost } };
  } finally {
    for (const stop of stops) await stop();
  }
}
