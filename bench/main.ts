/**
 * Runs the benchmarks: `node bench/run.mjs cli --runs 5`. Without a name it measures everything
 * with its default options and writes the results to docs/BENCHMARKS.md. `--folder` chooses the
 * disk.
 */
import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cli } from "./cli/benchmark.ts";
import { importing } from "./import/benchmark.ts";
import { type Benchmark, type Measured, readSettings } from "./lib/benchmark.ts";
import { findingsTable } from "./lib/findings.ts";
import { machine } from "./lib/machine.ts";
import { pageOf } from "./lib/page.ts";
import { versionOf } from "./lib/programs.ts";
import { sectionText } from "./lib/section-text.ts";
import { report } from "./report/benchmark.ts";
import { server } from "./server/benchmark.ts";
import { store } from "./store/benchmark.ts";

const benchmarks: Readonly<Record<string, Benchmark>> = {
  cli,
  import: importing,
  report,
  server,
  store,
};
const page = fileURLToPath(new URL("docs/BENCHMARKS.md", process.env["OUTLAY_ROOT"]));

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function measure(benchmark: Benchmark, args: readonly string[]): Promise<Measured> {
  const { options, counts, disk } = readSettings(benchmark, args);
  for (const program of benchmark.programs) {
    if ((await versionOf(program)) === undefined)
      tell(`${program} isn't installed, so it is left out.`);
  }
  const folder = await mkdtemp(join(disk ?? tmpdir(), "outlay-bench-"));
  const onInterrupt = () => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(130);
  };
  process.once("SIGINT", onInterrupt);
  try {
    return await benchmark.measure({ folder, options, counts, tell });
  } finally {
    process.off("SIGINT", onInterrupt);
    await rm(folder, { recursive: true, force: true });
  }
}

function print({ sections, findings }: Measured): void {
  process.stdout.write(`\n${sections.map(sectionText).join("\n")}`);
  if (findings.length > 0) process.stdout.write(`\n${findingsTable(findings)}\n`);
}

/** @throws Error for faults that must never happen */
async function measureOne(benchmark: Benchmark, args: readonly string[]): Promise<Measured> {
  const measured = await measure(benchmark, args);
  print(measured);
  for (const fault of measured.faults ?? []) throw new Error(fault);
  return measured;
}

async function measureAll(): Promise<void> {
  const all: Measured[] = [];
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    tell(`\n${name}`);
    all.push(await measureOne(benchmark, []));
  }
  await writeFile(page, await pageOf(all, Object.values(benchmarks)));
  tell(`\nWritten to ${page}.`);
}

async function run([name, ...args]: string[]): Promise<void> {
  process.stdout.write(`${machine()}\n`);
  if (name === undefined) return measureAll();
  const benchmark = benchmarks[name];
  if (!benchmark) {
    const names = Object.keys(benchmarks).join(", ");
    throw new Error(`There is no benchmark "${name}"; choose one of: ${names}.`);
  }
  await measureOne(benchmark, args);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
