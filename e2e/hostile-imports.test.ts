/** Files that can't be imported are refused at once with a message, and leave nothing behind. */
import { createWriteStream, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { controls } from "./imports/controls.ts";
import { hostileFiles } from "./imports/hostile-files.ts";
import { watch, type Watched } from "./imports/watched.ts";
import { environment, outlay, runProgram } from "./program.ts";

let folder: string;
let home: string;
let temporary: string;

/** The longest time and largest memory that the two ways of importing a file took. */
const figures: { name: string; tookMs: number; peakBytes: number }[] = [];

async function records() {
  const { stdout } = await outlay(home, ["list", "--all", "--json"]);
  const imports = await outlay(home, ["import", "list", "--json"]);
  return {
    expenses: (JSON.parse(stdout) as { description: string }[]).map((one) => one.description),
    imports: (JSON.parse(imports.stdout) as { source: string }[]).map((one) => one.source),
  };
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "outlay-test-"));
  home = join(folder, "home");
  temporary = join(folder, "temporary");
  await mkdir(temporary);
  await outlay(home, ["add", "1", "Lunch", "-c", "food"]);
});

const figureLine = (took: string, peak: string, name: string) =>
  `${took.padStart(7)} ${peak.padStart(7)}  ${name}\n`;

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  const lines = figures
    .toSorted((one, other) => other.tookMs - one.tookMs)
    .slice(0, 12)
    .map(({ name, tookMs, peakBytes }) =>
      figureLine(tookMs.toFixed(0), (peakBytes / 2 ** 20).toFixed(0), name),
    );
  process.stdout.write(`\n${figureLine("ms", "MB", "the slowest hostile files")}${lines.join("")}`);
});

/** The bytes of all records, and the names of the other files; locks come and go. */
const onDisk = () => ({
  data: readdirSync(join(home, "data"))
    .filter((name) => !name.endsWith(".lock"))
    .map((name) => [name, readFileSync(join(home, "data", name), "utf8")]),
  temporary: readdirSync(temporary),
});

/** Whether an import succeeds that has nothing to do. */
const isForNothing = ({ code, stdout }: Watched): boolean =>
  code === 0 && /"imported":0,|^Nothing new/.test(stdout);

/** The JSON error printed in place of data. */
function refusalIn(watched: Watched, form: RegExp): string {
  const { code, signal, stdout, stderr } = watched;
  expect(signal, "it has to be ended by force").toBeNull();
  expect(stdout + stderr).not.toMatch(controls);
  if (isForNothing(watched)) return stdout;
  // Rejected rows are also reported to programs as the outcome.
  const tellsRows = stderr.startsWith('{"error":{"code":"rows_rejected"');
  const refused = {
    code: expect.toBeOneOf([2, 8]) as number,
    stdout: tellsRows ? (expect.stringMatching(/^\{.*"imported":0,.*\}\n$/) as string) : "",
    stderr: expect.stringMatching(form) as string,
  };
  expect({ code, stdout, stderr }).toEqual(refused);
  expect(stderr).not.toMatch(/\n\s+at |Error:|Unexpected error in Outlay/);
  return stderr;
}

/**
 * Runs an import for a program and for a person, who get the same message, and checks that nothing is kept.
 * @param isLong tries files for a person only in the long run
 * @returns the message
 */
async function refusal(
  name: string,
  run: (more: readonly string[]) => Promise<Watched>,
  isLong = true,
): Promise<string> {
  const was = onDisk();
  const forPrograms = await run(["--json"]);
  const forPeople = isLong ? await run([]) : forPrograms;
  figures.push({
    name,
    tookMs: Math.max(forPeople.tookMs, forPrograms.tookMs),
    peakBytes: Math.max(forPeople.peakBytes ?? 0, forPrograms.peakBytes ?? 0),
  });
  const line = refusalIn(forPrograms, /^\{"error":.*\}\n$/);
  expect(onDisk()).toEqual(was);
  if (isForNothing(forPrograms)) return line;
  const { error } = JSON.parse(line) as { error: { code: string; message: string; hint: string } };
  expect(["usage", "import_unsure", "rows_rejected"]).toContain(error.code);
  if (!isLong) return `${error.message}\n${error.hint}`;
  const told = refusalIn(forPeople, /^outlay: [^]*\n$/);
  expect(told.match(/^outlay: /gm)).toHaveLength(1);
  for (const part of error.message.split("\n")) expect(told).toContain(part.trim());
  return told;
}

const importing =
  (...args: readonly string[]) =>
  (more: readonly string[]) =>
    watch(home, ["import", ...args, ...more], { temporary });

const importingNothing = (more: readonly string[]) =>
  watch(home, ["import", "-", ...more], { temporary, isInputClosed: true });

describe("a file is refused that is or contains", () => {
  it.each(hostileFiles)("$name", async ({ name, content, options = [], says = /./ }) => {
    const path = join(folder, `${name}.csv`);
    await writeFile(path, content());
    const isLong = process.env["OUTLAY_LONG_TESTS"] !== undefined;
    expect(await refusal(name, importing(path, ...options), isLong)).toMatch(says);
  });
});

describe("nothing is imported from", () => {
  it("a folder", async () => {
    expect(await refusal("a folder", importing(folder))).toMatch(/is a folder/);
  });

  it("a file that doesn't exist", async () => {
    const path = join(folder, "missing.csv");
    expect(await refusal("a missing file", importing(path))).toMatch(/there is no such file/);
  });

  it("a file without a name", async () => {
    expect(await refusal("a file without a name", importing(""))).not.toBe("");
  });

  it.skipIf(process.getuid?.() === 0)("a file that may not be read", async () => {
    const path = join(folder, "secret.csv");
    await writeFile(path, "", { mode: 0 });
    expect(await refusal("an unreadable file", importing(path))).toMatch(/can't be read.*EACCES/);
  });

  it.runIf(process.platform === "linux")("a file that fails while it is read", async () => {
    expect(await refusal("a failing file", importing("/proc/self/mem"))).toMatch(
      /can't be read.*EIO/,
    );
  });

  it("/dev/null", async () => {
    expect(await refusal("/dev/null", importing("/dev/null"))).not.toBe("");
  });

  it.each([
    { what: "nothing", bytes: [], says: /./ },
    { what: "gzip", bytes: [0x1f, 0x8b, 8, 0], says: /is compressed with gzip/ },
  ])("a pipe that gives $what", async ({ what, bytes, says }) => {
    const run = async (more: readonly string[]) => {
      const pipe = join(await mkdtemp(join(folder, "pipe-")), "pipe");
      await runProgram("bash", ["-c", 'mkfifo "$0"', pipe], { env: environment(home) });
      const given = pipeline(Readable.from([Buffer.from(bytes)]), createWriteStream(pipe));
      const [watched] = await Promise.all([importing(pipe)(more), given]);
      return watched;
    };
    expect(await refusal(`a pipe that gives ${what}`, run)).toMatch(says);
  });

  it("standard input that is closed", async () => {
    expect(await refusal("closed standard input", importingNothing)).not.toBe("");
  });

  it("standard input that is empty", async () => {
    expect(await refusal("empty standard input", importing("-"))).not.toBe("");
  });
});

describe("a prototype's name", () => {
  it.each(["__proto__", "constructor"])("%s is not a delimiter, column or field", async (name) => {
    const path = join(folder, "good.csv");
    await writeFile(path, "Date,Description,Amount\n2026-01-09,Shop,-1.00\n");
    for (const option of [`--delimiter=${name}`, `--map=date=${name}`, `--map=${name}=1`]) {
      expect(await refusal(option, importing(path, option))).toMatch(new RegExp(name));
    }
  });
});

it("expenses and imports are unchanged after all of that", async () => {
  expect(await records()).toEqual({ expenses: ["Lunch"], imports: [] });
});
