/**
 * Measures how long a reader is kept waiting while twenty clients log in and the journal is folded.
 */
import { randomUUID } from "node:crypto";
import { serve } from "../lib/serve.ts";
import { highest, median, quantile } from "../lib/statistics.ts";
import { ask, type Caller, callerOf, login, register } from "./api.ts";

export interface Stalls {
  /** The number of expenses stored at the beginning. */
  expenses: number;
  /** The number of folds meanwhile. */
  folds: number;
  logins: number;
  reads: number;
  medianMs: number;
  p99Ms: number;
  slowestMs: number;
}

const rowsPerImport = 500;
const loginsAtOnce = 20;

const rows = () =>
  Array.from({ length: rowsPerImport }, (_, index) => ({
    amount: (100 + index) / 100,
    description: `Bakery ${index % 50}`,
    category: "FOOD",
    date: `2026-0${1 + (index % 9)}-1${index % 10}`,
    external_id: randomUUID(),
  }));

const importSome = ({ send }: Caller) =>
  ask(send, "POST", "/imports/", { source: "bench.csv", expenses: rows() });

/** The size grows with each fold, and only then. */
async function snapshotBytes({ send }: Caller): Promise<number> {
  const { text } = await ask(send, "GET", "/metrics");
  const [, bytes] = /^outlay_store_bytes\{file="snapshot"\} (\d+)/m.exec(text) ?? [];
  return Number(bytes);
}

/**
 * @param expenses the number stored before
 * @param folds the number of folds to wait for
 */
export async function measureStalls(
  folder: string,
  expenses: number,
  folds: number,
): Promise<Stalls> {
  const server = await serve(`${folder}/stalls`);
  const writer = callerOf(server.url, 1);
  const reader = callerOf(server.url, 1);
  const guests = callerOf(server.url, loginsAtOnce);
  try {
    await register(writer);
    reader.token = writer.token;
    for (let stored = 0; stored < expenses; stored += rowsPerImport) await importSome(writer);
    const tookMs: number[] = [];
    const folding = new AbortController();
    let logins = 0;
    const read = async () => {
      while (!folding.signal.aborted) {
        const startMs = performance.now();
        await ask(reader.send, "GET", "/expenses/1/");
        tookMs.push(performance.now() - startMs);
      }
    };
    const logInAgain = async () => {
      while (!folding.signal.aborted) {
        await ask(guests.send, "POST", "/api/token/", login);
        logins += 1;
      }
    };
    const write = async () => {
      for (let fold = 0; fold < folds; fold += 1) {
        const before = await snapshotBytes(writer);
        while ((await snapshotBytes(writer)) === before) await importSome(writer);
      }
      folding.abort();
    };
    await Promise.all([read(), write(), ...Array.from({ length: loginsAtOnce }, logInAgain)]);
    return {
      expenses,
      folds,
      logins,
      reads: tookMs.length,
      medianMs: median(tookMs),
      p99Ms: quantile(tookMs, 0.99),
      slowestMs: highest(tookMs),
    };
  } finally {
    for (const caller of [writer, reader, guests]) caller.close();
    await server.stop();
  }
}
