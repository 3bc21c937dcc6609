/** A proxy between client and server that causes the faults of networks. */
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { listening } from "@outlay/testing";

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

/**
 * The fault of a request. Faults that lose an answer pass the request on to the server first: `silence` never
 * answers, `lost` closes the connection, `cut` closes it in the middle of the answer. An answer is given
 * instead of asking the server.
 */
export type Fault =
  | "silence"
  | "lost"
  | "cut"
  | { status: number; headers?: Record<string, string>; body: string };

interface Trouble {
  fault: Fault;
  /** The requests that are affected: `POST /expenses/`. */
  at: RegExp;
  /** How many of them are affected; all if it is left out. */
  times?: number;
}

export interface FaultyProxy {
  url: string;
  /** The faults from now on; if several match a request, the first applies. */
  troubles: Trouble[];
  /** How long each answer is delayed. */
  delayMs: number;
  /** Called for each request before it is handled. */
  onCall: ((call: string) => void) | undefined;
  /** Called for each request that the server has carried out but whose answer is withheld for good. */
  onSilence: (() => void) | undefined;
  /** The requests so far, as `POST /expenses/`. */
  readonly seen: string[];
}

async function bodyOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function forward(to: string, from: IncomingMessage): Promise<Answer> {
  const body = await bodyOf(from);
  return new Promise((resolve, reject) => {
    const { method, url, headers } = from;
    const sent = request(new URL(url ?? "/", to), { method, headers }, (response) => {
      bodyOf(response).then(
        (answered) =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answered }),
        reject,
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

/** Writes an answer, up to a number of bytes of its body. */
function write(response: ServerResponse, { status, headers, body }: Answer, bytes: number): void {
  const { "transfer-encoding": _chunked, ...others } = headers;
  response.writeHead(status, { ...others, "content-length": String(body.length) });
  if (bytes >= body.length) response.end(body);
  else response.write(body.subarray(0, bytes), () => response.destroy());
}

function takeFault({ troubles }: FaultyProxy, call: string): Fault | undefined {
  const trouble = troubles.find(({ at, times = Infinity }) => times > 0 && at.test(call));
  if (trouble?.times !== undefined) trouble.times -= 1;
  return trouble?.fault;
}

/** A proxy in front of a server that misbehaves on request, as real proxies do. */
export async function faultyProxy(to: string): Promise<FaultyProxy> {
  const proxy: FaultyProxy = {
    url: "",
    troubles: [],
    delayMs: 0,
    onCall: undefined,
    onSilence: undefined,
    seen: [],
  };

  const answer = async (from: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = `${from.method} ${from.url}`;
    proxy.seen.push(call);
    proxy.onCall?.(call);
    const fault = takeFault(proxy, call);
    if (typeof fault === "object") {
      await bodyOf(from);
      const { status, headers = {}, body } = fault;
      write(response, { status, headers, body: Buffer.from(body) }, Infinity);
      return;
    }
    const given = await forward(to, from);
    if (fault === "silence") return proxy.onSilence?.();
    if (fault === "lost") response.destroy();
    else setTimeout(write, proxy.delayMs, response, given, fault === "cut" ? 5 : Infinity);
  };

  const server = createServer((from, response) => {
    // The test sees that no answer came.
    answer(from, response).catch(() => response.destroy());
  });
  proxy.url = await listening(server);
  return proxy;
}
