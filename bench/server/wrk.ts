/**
 * wrk sends requests as fast as they are answered, from a process that takes hardly any time
 * itself.
 */
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";

export interface WrkRequest {
  url: string;
  token: string;
  /** Posted as JSON; without a body the request is a GET. */
  body?: object;
}

export interface Target extends WrkRequest {
  what: string;
  /** The id of the answering process. */
  pid?: number;
}

export interface Rate {
  requests: number;
  perSecond: number;
  p99Ms: number;
}

function outputOf(args: readonly string[]): Promise<string> {
  const child = spawn("wrk", args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.on("error", () => reject(new Error("wrk is not installed: apt-get install wrk")));
    child.on("close", () => resolve(output));
  });
}

const unitMs: Record<string, number> = { us: 0.001, ms: 1, s: 1000 };

/** @throws Error if a single request fails */
function readRate(output: string): Rate {
  const bad = /Non-2xx.*|Socket errors.*/.exec(output);
  const [, requests] = /(\d+) requests in/.exec(output) ?? [];
  const [, perSecond] = /Requests\/sec:\s+([\d.]+)/.exec(output) ?? [];
  const [, p99, unit = ""] = /99%\s+([\d.]+)(us|ms|s)/.exec(output) ?? [];
  if (bad || requests === undefined) throw new Error(`wrk: ${bad?.[0] ?? output}`);
  return {
    requests: Number(requests),
    perSecond: Number(perSecond),
    p99Ms: Number(p99) * (unitMs[unit] ?? Number.NaN),
  };
}

const connections = 16;

/** @param folder for the script that wrk runs */
export async function wrk(
  { url, token, body }: WrkRequest,
  seconds: number,
  folder: string,
): Promise<Rate> {
  const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--timeout=10s", "--latency"];
  if (body) {
    const script = [
      'wrk.method = "POST"',
      'wrk.headers["Content-Type"] = "application/json"',
      `wrk.body = [[${JSON.stringify(body)}]]`,
    ];
    await writeFile(`${folder}/post.lua`, script.join("\n"));
    args.push("-s", `${folder}/post.lua`);
  }
  return readRate(await outputOf([...args, "-H", `Authorization: Bearer ${token}`, url]));
}
