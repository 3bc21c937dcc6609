/** Runs the built programs as their users do: each test in a folder of its own. */
import { spawn } from "node:child_process";
import { EventEmitter, once } from "node:events";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

export { newFolder } from "@outlay/testing";

export const root = fileURLToPath(new URL("..", import.meta.url));
export const outlayProgram = join(root, "packages/cli/bin/outlay.cjs");
const recorder = join(root, "packages/server/src/testing/answers/record-answers.cjs");
const serverProgram = join(root, "packages/server/bin/outlay-server.cjs");

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

type Variables = Record<string, string>;

/** Makes a folder of programs, to be put on the path, with `outlay` in it. */
export async function makePrograms(folder: string): Promise<string> {
  const bin = join(folder, "bin");
  await mkdir(bin);
  await symlink(outlayProgram, join(bin, "outlay"));
  return bin;
}

/** Keeps the answers of the program's servers, which are held against the API's description (`testing/answers/hold-answers.ts`). */
const recording = (): Variables => ({
  NODE_OPTIONS: `--require=${JSON.stringify(recorder)}`,
  OUTLAY_TEST_ANSWERS: process.env["OUTLAY_TEST_ANSWERS"] ?? "",
});

/** The only settings of the machine that reach the program are the PATH and the day. */
export function environment(home: string, more: Variables = {}): Variables {
  const { PATH = "", TZ } = process.env;
  const zone = TZ === undefined ? {} : { TZ };
  return { PATH, HOME: home, OUTLAY_HOME: home, NO_COLOR: "1", ...zone, ...recording(), ...more };
}

/** Runs a program to its end. */
export function runProgram(
  command: string,
  args: readonly string[],
  { env, input = "", cwd }: { env: NodeJS.ProcessEnv; input?: string; cwd?: string },
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, cwd });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, stdout, stderr }));
    child.stdin.on("error", (error: NodeJS.ErrnoException) => {
      // A program may end without reading its input.
      if (error.code !== "EPIPE") reject(error);
    });
    child.stdin.end(input);
  });
}

/** Runs `outlay` with a home of its own. */
export const outlay = (
  home: string,
  args: readonly string[],
  { env = {}, input = "" }: { env?: Variables; input?: string } = {},
): Promise<Ended> =>
  runProgram(process.execPath, [outlayProgram, ...args], { env: environment(home, env), input });

/** Runs `outlay-server` with a home of its own. */
export const outlayServer = (home: string, args: readonly string[], input = ""): Promise<Ended> =>
  runProgram(process.execPath, [serverProgram, ...args], { env: environment(home), input });

export interface Serving {
  url: string;
  /** Everything it has written so far, on both streams. */
  output: () => string;
  /** Waits until it has written a text. */
  says: (text: string) => Promise<void>;
  /** Stops reading its stderr. */
  stopReading: () => void;
  /** Ends it with a signal, and returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

function startServing(
  [command, ...args]: readonly [string, ...string[]],
  env: Variables,
  urlIn: (output: string) => string | undefined,
): Promise<Serving> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    const ended = new Promise<number | null>((done) => child.on("close", done));
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await ended;
    });
    let output = "";
    const written = new EventEmitter();
    const says = async (text: string) => {
      while (!output.includes(text)) await once(written, "text");
    };
    const read = (text: string) => {
      output += text;
      written.emit("text");
      const url = urlIn(output);
      if (url === undefined) return;
      resolve({
        url,
        output: () => output,
        says,
        stopReading: () => void child.stderr.destroy(),
        stop(signal = "SIGTERM") {
          child.kill(signal);
          return ended;
        },
      });
    };
    child.stdout.setEncoding("utf8").on("data", read);
    child.stderr.setEncoding("utf8").on("data", read);
    child.on("close", (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
}

const serveCommand = (port = 0) =>
  [process.execPath, outlayProgram, "serve", "--port", `${port}`, "--json"] as const;

const urlInJson = (output: string) => /"url":"([^"]+)"/.exec(output)?.[1];

/** Runs the `outlay serve` of another installation, which PATH leads to. */
export const serveInstalled = (env: Variables): Promise<Serving> =>
  startServing(["outlay", "serve", "--port", "0", "--json"], env, urlInJson);

/** Runs `outlay serve` on a free port, unless one is named, until stopped. */
export const serve = (home: string, env: Variables = {}, port?: number): Promise<Serving> =>
  startServing(serveCommand(port), environment(home, env), urlInJson);

/** Runs `outlay serve` in a process whose files can't grow beyond a size, as on a full disk. */
export const serveLimited = (home: string, maxFileKiB: number): Promise<Serving> =>
  startServing(
    ["bash", "-c", 'ulimit -f "$0"; exec "$@"', `${maxFileKiB}`, ...serveCommand()],
    environment(home),
    urlInJson,
  );

/** Runs `outlay-server` on a free port, until stopped. */
export const serveStandalone = (home: string): Promise<Serving> =>
  startServing(
    [process.execPath, serverProgram],
    environment(home, { OUTLAY_PORT: "0" }),
    (output) => /listening on ([^ ,]+)/.exec(output)?.[1],
  );
