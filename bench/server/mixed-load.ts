/** Many clients do different things at once, while the server is stopped and started again. */
import { createServer } from "node:net";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { serve, type Server } from "../lib/serve.ts";
import { type Caller, callerOf, register } from "./api.ts";
import { Ledger } from "./ledger.ts";
import { lanes, type LaneKind } from "./lanes.ts";

export interface Sent {
  kind: LaneKind;
  tookMs: number;
}

/** In MiB, measured after garbage collection. */
interface Memory {
  start: number;
  end: number;
  /**
   * The memory that a newly started server with the same data uses: anything beyond it was left by
   * requests.
   */
  anew: number;
  /** The memory of the process at the end, including garbage that isn't collected yet. */
  resident: number;
}

export interface Mixed {
  /** The requests that didn't meet the restart. */
  sent: readonly Sent[];
  /** Answers that were failures, and requests without an answer. */
  errors: readonly string[];
  acknowledged: number;
  /** Acknowledged changes that are missing after a restart. */
  lost: number;
  /** The memory of the server before it was stopped, and of the one after it. */
  memoryMiB: readonly Memory[];
  /** The time in which no request was answered. */
  awayMs: number;
}

const laneCount = 64;

/** A port that is free now: the server must have the same one after the restart. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

/** The memory of the process, as the server itself reports it. */
async function residentMiB({ send }: Caller): Promise<number> {
  const { text } = await send("GET", "/metrics");
  const [, bytes] = /^process_resident_memory_bytes (\d+)/m.exec(text) ?? [];
  return Number(bytes) / 2 ** 20;
}

/** The state that the lanes share. */
class Load {
  readonly ledger = new Ledger();
  readonly sent: Sent[] = [];
  readonly errors: string[] = [];
  isOver = false;
  /** Fulfilled when the server is back; undefined while it is there. */
  away: Promise<void> | undefined;
  #restarts = 0;

  /** Restarts the server; requests under way meanwhile may fail. */
  whileAway(restart: () => Promise<void>): Promise<void> {
    this.#restarts += 1;
    this.away = restart().finally(() => {
      this.away = undefined;
    });
    return this.away;
  }

  async run(kind: LaneKind, lane: number, caller: Caller): Promise<void> {
    const step = lanes[kind](caller.send, this.ledger, lane);
    while (!this.isOver) {
      await this.away;
      const restarts = this.#restarts;
      const startMs = performance.now();
      const error = await step().then(
        () => undefined,
        (reason: unknown) => String(reason),
      );
      // Requests that met the restart say nothing about normal times.
      if (restarts !== this.#restarts) continue;
      if (error === undefined) this.sent.push({ kind, tookMs: performance.now() - startMs });
      else this.errors.push(error);
    }
  }
}

/** Most of the 64 lanes read. */
function kindOf(lane: number): LaneKind {
  if (lane < 4) return "import";
  if (lane < 8) return "login";
  return lane < 24 ? "write" : "read";
}

export async function measureMixed(folder: string, seconds: number): Promise<Mixed> {
  const home = `${folder}/mixed`;
  const port = await freePort();
  let server: Server = await serve(home, port);
  const caller = callerOf(server.url, laneCount);
  const load = new Load();
  const memory: Memory[] = [];
  try {
    await register(caller);
    let start = await server.usedMiB();
    const running = Array.from({ length: laneCount }, (_, lane) =>
      load.run(kindOf(lane), lane, caller),
    );
    await pause((seconds * 1000) / 2);
    let resident = await residentMiB(caller);
    let end = await server.usedMiB();
    const startMs = performance.now();
    await load.whileAway(async () => {
      await server.stop();
      server = await serve(home, port);
    });
    const awayMs = performance.now() - startMs;
    let anew = await server.usedMiB();
    memory.push({ start, end, anew, resident });
    start = anew;
    await pause((seconds * 1000) / 2);
    load.isOver = true;
    await Promise.all(running);
    resident = await residentMiB(caller);
    end = await server.usedMiB();
    await server.stop();
    server = await serve(home, port);
    anew = await server.usedMiB();
    memory.push({ start, end, anew, resident });
    const { sent, errors, ledger } = load;
    const lost = await ledger.lostIn(caller.send);
    return { sent, errors, acknowledged: ledger.size, lost, memoryMiB: memory, awayMs };
  } finally {
    load.isOver = true;
    caller.close();
    await server.stop();
  }
}
