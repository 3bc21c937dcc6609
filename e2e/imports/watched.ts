/** `outlay`, watched while it runs: how long it took, and how much memory at its most. */
import { spawn, type StdioOptions } from "node:child_process";
import { join } from "node:path";
import { environment, root } from "../program.ts";

const program = join(root, "packages/cli/bin/outlay.cjs");

/** Longer than this is taken for never. */
const patienceMs = 120_000;

export interface Watched {
  code: number | null;
  /** What ended it; null if it ended by itself. */
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  tookMs: number;
  /** Undefined where the system doesn't tell, and for what was ended. */
  peakBytes: number | undefined;
}

// At its end the program says itself what the system knows of it: its own memory, not its parent's.
const tellPeak = `
import { readFileSync, writeSync } from "node:fs";
process.on("exit", () => {
  try {
    writeSync(3, /VmHWM:\\s*(\\d+)/.exec(readFileSync("/proc/self/status", "utf8"))[1]);
  } catch {}
});`;

const watchedProgram = [
  process.execPath,
  "--import",
  `data:text/javascript,${encodeURIComponent(tellPeak)}`,
  program,
] as const;

/** @param temporary where the program puts what it needs for a while */
export function watch(
  home: string,
  args: readonly string[],
  { temporary, isInputClosed = false }: { temporary: string; isInputClosed?: boolean },
): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const beganMs = performance.now();
    const [command, ...rest] = isInputClosed
      ? ["bash", "-c", 'exec "$0" "$@" <&-', ...watchedProgram, ...args]
      : [...watchedProgram, ...args];
    const stdio: StdioOptions = ["pipe", "pipe", "pipe", "pipe"];
    const child = spawn(command, rest, {
      env: environment(home, { TMPDIR: temporary }),
      stdio,
      timeout: patienceMs,
      killSignal: "SIGKILL",
    });
    const texts = ["", "", "", ""];
    child.stdio.forEach((stream, index) => {
      stream?.on("data", (chunk: Buffer) => (texts[index] += chunk.toString("utf8")));
      // A program may end without reading what it is given.
      stream?.on("error", () => undefined);
    });
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const [, stdout = "", stderr = "", peak = ""] = texts;
      const peakBytes = peak === "" ? undefined : Number(peak) * 1024;
      const tookMs = performance.now() - beganMs;
      resolve({ code, signal, stdout, stderr, tookMs, peakBytes });
    });
    child.stdin?.end();
  });
}
