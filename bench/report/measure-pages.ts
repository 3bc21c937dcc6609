import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serve } from "../lib/serve.ts";
import { median, quantile } from "../lib/statistics.ts";

export interface Paging {
  query: string;
  medianMs: number;
  p99Ms: number;
}

/** The token of the account that Outlay has created for itself. */
async function accessToken(home: string, url: string): Promise<string> {
  const text = await readFile(join(home, "credentials.json"), "utf8");
  const { localAccounts } = JSON.parse(text) as {
    localAccounts: { username: string; password: string }[];
  };
  const answer = await fetch(`${url}/api/token/`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(localAccounts[0]),
  });
  return ((await answer.json()) as { access: string }).access;
}

async function timePage(url: string, token: string): Promise<number> {
  const startMs = performance.now();
  const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  await answer.text();
  if (!answer.ok) throw new Error(`${url} was answered with ${answer.status}.`);
  return performance.now() - startMs;
}

const rounds = 200;

/** Measures a page from the request to the last byte, over an open connection. */
export async function measurePages(home: string, queries: readonly string[]): Promise<Paging[]> {
  const server = await serve(home);
  try {
    const token = await accessToken(home, server.url);
    const measured: Paging[] = [];
    for (const query of queries) {
      const times: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        times.push(await timePage(`${server.url}/expenses/?${query}`, token));
      }
      measured.push({ query, medianMs: median(times), p99Ms: quantile(times, 0.99) });
    }
    return measured;
  } finally {
    await server.stop();
  }
}
