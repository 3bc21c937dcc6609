/** Accounts and expenses as in Outlay's API, implemented with Django REST framework: `peer.py`. */
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { ask, callerOf, register } from "./api.ts";
import type { Target } from "./wrk.ts";

/**
 * From Debian: `apt-get install gunicorn python3-djangorestframework
 * python3-djangorestframework-simplejwt`.
 */
export const peerProgram = "gunicorn";

const script = "bench/server/peer.py";

/** @throws Error if it doesn't start, for example because Django REST framework isn't installed */
async function startPeer(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const path = fileURLToPath(new URL(script, process.env["OUTLAY_ROOT"]));
  await mkdir(folder);
  const options = ["--preload", "--workers=2", "--bind=127.0.0.1:0", "--worker-class=gthread"];
  const child = spawn(
    peerProgram,
    [...options, "--threads=4", "--pythonpath", dirname(path), "peer:application"],
    {
      env: { ...process.env, PEER_FOLDER: folder, PYTHONDONTWRITEBYTECODE: "1" },
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  const ended = new Promise<void>((resolve) => child.on("close", () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, found] = /Listening at: (http:\S+)/.exec(said) ?? [];
      if (found !== undefined) resolve(found);
    });
    child.on("error", reject);
    child.on("close", () =>
      reject(new Error(`Django REST framework didn't start: ${said.slice(-500)}`)),
    );
  });
  return {
    url,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/**
 * The requests that are sent to it, and a function that ends it.
 * @param body of an expense
 */
export async function peerTargets(
  folder: string,
  body: object,
): Promise<{ targets: { get: Target; post: Target }; stop: () => Promise<void> }> {
  const peer = await startPeer(folder);
  const caller = callerOf(peer.url, 1);
  try {
    await register(caller);
    const { token } = caller;
    const expenses = `${peer.url}/expenses/`;
    const { text } = await ask(caller.send, "POST", "/expenses/", body);
    const { id } = JSON.parse(text) as { id: number };
    return {
      targets: {
        get: { what: "Django, GET /expenses/ID/", url: `${expenses}${id}/`, token },
        post: { what: "Django, POST /expenses/", url: expenses, token, body },
      },
      stop: () => peer.stop(),
    };
  } catch (error) {
    await peer.stop();
    throw error;
  } finally {
    caller.close();
  }
}
