/** The requests that a benchmark sends to a server, over connections that stay open. */
import { Agent, request } from "node:http";

export interface Answer {
  status: number;
  text: string;
}

export type Send = (method: string, path: string, body?: object) => Promise<Answer>;

export interface Caller {
  send: Send;
  /** Sends requests with this token from now on. */
  token: string;
  close: () => void;
}

/** @param most the number of requests that can be under way at once */
export function callerOf(url: string, most: number): Caller {
  const agent = new Agent({ keepAlive: true, maxSockets: most });
  const caller: Caller = {
    token: "",
    send: (method, path, body) =>
      new Promise((resolve, reject) => {
        const headers = {
          ...(caller.token === "" ? {} : { Authorization: `Bearer ${caller.token}` }),
          ...(body ? { "Content-Type": "application/json" } : {}),
        };
        const sent = request(new URL(path, url), { agent, method, headers }, (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part: string) => (text += part));
          response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
          response.on("error", reject);
        });
        sent.on("error", reject);
        sent.end(body && JSON.stringify(body));
      }),
    close: () => agent.destroy(),
  };
  return caller;
}

/** @throws Error for an unsuccessful answer */
export async function ask(
  send: Send,
  method: string,
  path: string,
  body?: object,
): Promise<Answer> {
  const answer = await send(method, path, body);
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${method} ${path} was answered with ${answer.status}: ${answer.text}`);
}

export const login = { username: "ada", password: "correct-Horse-77-battery" };

/** Creates an account and logs in to it. */
export async function register(caller: Caller): Promise<void> {
  await ask(caller.send, "POST", "/register/", login);
  const { text } = await ask(caller.send, "POST", "/api/token/", login);
  caller.token = (JSON.parse(text) as { access: string }).access;
}
