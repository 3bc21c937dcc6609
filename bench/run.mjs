// Runs benchmarks: `node bench/run.mjs store 1000 100000`. Node 20 can't run TypeScript, so they
// are bundled first, into a folder that is removed afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../scripts/bundle.mjs";

const root = new URL("..", import.meta.url);
const entryPoints = [
  { in: "bench/main.ts", out: "main" },
  // Entry points of separate processes.
  { in: "bench/store/worker.ts", out: "worker" },
  { in: "bench/server/bare.ts", out: "bare" },
];

/** Returns the exit code. */
async function run(args, outdir) {
  await bundle({ entryPoints, outdir });
  const child = spawn(process.execPath, [...process.execArgv, join(outdir, "main.cjs"), ...args], {
    stdio: "inherit",
    env: { ...process.env, OUTLAY_ROOT: root.href },
  });
  // The child gets a Ctrl-C too, and tidies up before it ends.
  process.on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

const outdir = await mkdtemp(join(tmpdir(), "outlay-bench-code-"));
try {
  process.exitCode = await run(process.argv.slice(2), outdir);
} finally {
  await rm(outdir, { recursive: true, force: true });
}
