/** A built server in a process of its own. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { outlayProgram } from "./run-program.ts";

export interface Server {
  url: string;
  pid: number;
  /** The memory in use after garbage collection. */
  usedMiB(): Promise<number>;
  /** Asks the server to end.
   * @throws Error if it ends with a failure
   */
  stop(): Promise<void>;
}

const tellMemory = fileURLToPath(new URL("bench/lib/tell-memory.cjs", process.env["OUTLAY_ROOT"]));

/**
 * @param home the folder of all its settings and data; its log is beside it
 * @param port 0 for any free port
 */
export function serve(home: string, port = 0): Promise<Server> {
  const args = [
    "--expose-gc",
    "--require",
    tellMemory,
    outlayProgram,
    "serve",
    "--port",
    `${port}`,
  ];
  const child = spawn(process.execPath, [...args, "--json"], {
    env: { ...process.env, OUTLAY_HOME: home, OUTLAY_RATE_LIMIT: "off" },
    stdio: ["ignore", "pipe", openSync(`${home}.log`, "a"), "ipc"],
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  return new Promise((resolve, reject) => {
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      const [, url] = /"url":"([^"]+)"/.exec(output) ?? [];
      if (url === undefined) return;
      resolve({
        url,
        pid: child.pid ?? 0,
        async usedMiB() {
          const answer = once(child, "message");
          child.send("memory");
          const [bytes] = (await answer) as [number];
          return bytes / 2 ** 20;
        },
        async stop() {
          child.kill("SIGTERM");
          const code = await ended;
          if (code !== 0) throw new Error(`outlay serve ended with ${code}; see ${home}.log.`);
        },
      });
    });
    child.on("exit", (code) => reject(new Error(`outlay serve ended with ${code}.`)));
  });
}
