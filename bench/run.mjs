// Runs a benchmark: `node bench/run.mjs store 1000 100000`. Node 20 runs no TypeScript, so it is
// bundled first, into a folder that is gone afterwards.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../scripts/bundle.mjs";

// With what they consist of.
const benchmarks = new Map([
  ["store", ["main", "worker"]],
  ["import", ["main"]],
  ["report", ["main"]],
  ["cli", ["main"]],
  ["server", ["main", "bare"]],
]);
const root = new URL("..", import.meta.url);
const [name = "", ...args] = process.argv.slice(2);

/** The exit code of a bundled benchmark. */
async function run(files, outdir) {
  const entryPoints = files.map((file) => `bench/${name}/${file}.ts`);
  await bundle({ entryPoints, outdir });
  const child = spawn(process.execPath, [...process.execArgv, join(outdir, "main.js"), ...args], {
    stdio: "inherit",
    env: { ...process.env, OUTLAY_ROOT: root.href },
  });
  // The child hears a Ctrl-C too, and tidies up before it ends.
  process.on("SIGINT", () => undefined);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

const files = benchmarks.get(name);
if (files) {
  const outdir = await mkdtemp(join(tmpdir(), "outlay-bench-code-"));
  try {
    process.exitCode = await run(files, outdir);
  } finally {
    await rm(outdir, { recursive: true, force: true });
  }
} else {
  process.stderr.write(
    `There is no benchmark "${name}"; there is: ${[...benchmarks.keys()].join(", ")}.\n`,
  );
  process.exitCode = 2;
}
