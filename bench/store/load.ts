/** Sends requests over real connections, each when the previous one in its lane is answered. */
import { Agent, request } from "node:http";
import { expensesPath } from "@outlay/shared";
import { sharedMs } from "../lib/clock.ts";
import type { Served } from "./jobs/serve.ts";
import { fields } from "./records.ts";

export interface Sent {
  kind: "create" | "find";
  startMs: number;
  endMs: number;
}

export interface Load {
  served: Served;
  lanes: number;
  /** The number of the next expense to create. */
  nextNumber: () => number;
  isOver: () => boolean;
}

interface Answer {
  status: number;
  text: string;
}

function send(
  { port, token }: Served,
  agent: Agent,
  { method, path, body }: { method: string; path: string; body?: string },
): Promise<Answer> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: "127.0.0.1", agent, method, path, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => (text += part));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", reject);
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

function newExpense(number: number): string {
  const { amountCents, description, category, spentOn, tags, externalId } = fields(number);
  return JSON.stringify({
    amount: amountCents / 100,
    description,
    category,
    date: spentOn,
    tags,
    external_id: externalId,
  });
}

/** Creates and finds expenses alternately. */
export async function sendLoad({ served, lanes, nextNumber, isOver }: Load): Promise<Sent[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const all: Sent[] = [];

  const ask = async (kind: Sent["kind"], path: string, body?: string) => {
    const startMs = sharedMs();
    const method = body === undefined ? "GET" : "POST";
    const answer = await send(served, agent, { method, path, ...(body !== undefined && { body }) });
    all.push({ kind, startMs, endMs: sharedMs() });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  };

  const lane = async () => {
    while (!isOver()) {
      const { text } = await ask("create", expensesPath, newExpense(nextNumber()));
      const { id } = JSON.parse(text) as { id: number };
      await ask("find", `${expensesPath}${id}/`);
    }
  };

  await Promise.all(Array.from({ length: lanes }, lane));
  agent.destroy();
  return all;
}

const warmUpRequests = 2000;

/**
 * Warms up the code: a server's first requests are slow, whatever is stored. The created expenses
 * exist already, so that nothing is written.
 */
export async function warmUp(served: Served): Promise<void> {
  let requests = 0;
  const isOver = () => {
    requests += 2;
    return requests > warmUpRequests;
  };
  await sendLoad({ served, lanes: 4, nextNumber: () => 1, isOver });
}
