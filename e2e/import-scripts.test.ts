/**
 * `cat bank.csv
 * outlay import - --json --no-input`, as cron runs it: the guarantees for scripts.
 */
import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { register } from "./crash/api.ts";
import { bankFile } from "./imports/bank-file.ts";
import {
  type Ended,
  environment,
  newFolder,
  outlay,
  root,
  runProgram,
  serve,
  serveLimited,
} from "./program.ts";

const twoRows = "Date,Description,Amount\n2024-03-15,Coffee,-3.80\n2024-03-16,Rail,-49.00\n";

interface Piped {
  env?: Record<string, string>;
  more?: readonly string[];
  file?: string;
}

const importPiped = (home: string, { env = {}, more = [], file = twoRows }: Piped = {}) =>
  outlay(home, ["import", "-", "--json", "--no-input", ...more], { env, input: file });

/** One line of JSON on stderr, and only the outcome of each row on stdout. */
function refusalIn({ code, stdout, stderr }: Ended, outcome = {}) {
  expect(stdout === "" ? {} : JSON.parse(stdout)).toMatchObject(outcome);
  expect(stdout).toMatch(Object.keys(outcome).length === 0 ? /^$/ : /^\{.*\}\n$/);
  expect(stderr).toMatch(/^\{.*\}\n$/);
  const { error } = JSON.parse(stderr) as { error: Record<string, unknown> };
  expect(Object.keys(error)).toEqual(["code", "message", "hint", "fields"]);
  return { exit: code, ...error };
}

async function descriptions(home: string, env: Record<string, string> = {}): Promise<string[]> {
  const { stdout } = await outlay(home, ["list", "--all", "--json"], { env });
  return (JSON.parse(stdout) as { description: string }[]).map(({ description }) => description);
}

const unreachable = "http://127.0.0.1:1";

describe("an import from a pipe", () => {
  it("ends with 0, and reports only on stdout", async () => {
    const home = await newFolder();
    const { code, stdout, stderr } = await importPiped(home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      import_id: 1,
      source: "standard input",
      read: 2,
      imported: 2,
      duplicates: 0,
      ignored: [],
      rejected: [],
      balance_gaps: [],
      total: "52.80",
      unconverted: [],
      currency: null,
      home_currency: null,
      home_currency_set: false,
      unknown_categories: [],
      new_categories: [],
      detected: {
        encoding: "utf-8",
        delimiter: ",",
        header_line: 1,
        date_format: "YYYY-MM-DD",
        decimal: ".",
        sign: "expense-negative",
        columns: { date: ["Date"], amount: ["Amount"], description: ["Description"] },
      },
      categorised: { rules: 0, history: 0, file: 0, option: 0, default: 2 },
      dry_run: false,
    });
    expect(stdout).toMatch(/^[^\n]*\n$/);
    expect(await descriptions(home)).toEqual(["Rail", "Coffee"]);
  });

  it("ends with 0 when there is nothing new in it", async () => {
    const home = await newFolder();
    await importPiped(home);
    const { code, stdout, stderr } = await importPiped(home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({ imported: 0, duplicates: 2, total: "0.00" });
  });

  it.each([
    { more: ["--sgin", "expense-negative"], says: /Unknown option '--sgin'/ },
    { more: ["--plan", "kept.plan"], says: /--plan saves a plan without importing/ },
    { more: ["--apply", "no.plan"], says: /plan/ },
    { more: ["--sign", "minus"], says: /"minus" is not a sign/ },
    { more: ["--date-format", "tomorrow"], says: /"tomorrow"/ },
    { more: ["--encoding", "nope"], says: /"nope" is not a known encoding/ },
    { more: ["--account", ""], says: /is not the name of an account/ },
    { more: ["--map", "when=1"], says: /"when=1" in --map doesn.t assign a column/ },
  ])("ends with 2 for $more, before any server is asked", async ({ more, says }) => {
    const env = { OUTLAY_SERVER: unreachable, OUTLAY_TOKEN: "nonsense" };
    const refusal = refusalIn(await importPiped(await newFolder(), { env, more }));
    expect(refusal).toMatchObject({ exit: 2, code: "usage" });
    expect(refusal).toMatchObject({ message: expect.stringMatching(says) as string });
  });

  it("ends with 2 for a column that doesn't exist", async () => {
    const more = ["--map", "date=When"];
    expect(refusalIn(await importPiped(await newFolder(), { more }))).toMatchObject({
      exit: 2,
      message: 'The file has no column "When" for date.',
    });
  });

  it("ends with 2 if no file is named", async () => {
    const ended = await outlay(await newFolder(), ["import", "--json", "--no-input"]);
    expect(refusalIn(ended)).toMatchObject({
      exit: 2,
      message: "The file to import is missing.",
      hint: "Name it, or - for standard input: outlay import bank.csv",
    });
  });

  it("ends with 4 and the login command if nobody is logged in", async () => {
    const { url } = await serve(await newFolder());
    const home = await newFolder();
    expect(refusalIn(await importPiped(home, { env: { OUTLAY_SERVER: url } }))).toMatchObject({
      exit: 4,
      code: "not_logged_in",
      hint: `Log in with: outlay login --server ${url}`,
    });
  });

  it("ends with 4 for an invalid token", async () => {
    const { url } = await serve(await newFolder());
    const env = { OUTLAY_SERVER: url, OUTLAY_TOKEN: "nonsense" };
    expect(refusalIn(await importPiped(await newFolder(), { env }))).toMatchObject({ exit: 4 });
  });

  it("ends with 7 if the server can't be reached", async () => {
    const env = { OUTLAY_SERVER: unreachable, OUTLAY_TOKEN: "nonsense" };
    expect(refusalIn(await importPiped(await newFolder(), { env }))).toMatchObject({
      exit: 7,
      code: "unreachable",
      message: `${unreachable} can't be reached (ECONNREFUSED).`,
    });
  });

  it("ends with 7 when the server's disk is full, and nothing is stored", async () => {
    // No file of the server can grow beyond this size.
    const { url } = await serveLimited(await newFolder(), 40);
    const env = { OUTLAY_SERVER: url, OUTLAY_TOKEN: await register(url) };
    const home = await newFolder();
    expect(refusalIn(await importPiped(home, { env, file: bankFile(500) }))).toMatchObject({
      exit: 7,
      code: "storage_full",
    });
    expect(await descriptions(home, env)).toEqual([]);
    expect((await outlay(home, ["import", "list", "--json"], { env })).stdout).toBe("[]\n");
  });

  it.each([
    { where: "for what it stores", rowCount: 150 },
    { where: "for its plan", rowCount: 5000 },
  ])("ends with 7 when this machine's disk is full $where", async ({ rowCount }) => {
    const home = await newFolder();
    const file = join(await newFolder(), "bank.csv");
    await writeFile(file, bankFile(rowCount));
    await outlay(home, ["list"]);
    const program = join(root, "packages/cli/bin/outlay.cjs");
    const ended = await runProgram(
      "bash",
      [
        "-c",
        'ulimit -f 40; exec "$@"',
        "bash",
        process.execPath,
        program,
        "import",
        file,
        "--json",
      ],
      { env: environment(home) },
    );
    expect(refusalIn(ended)).toMatchObject({ exit: 7, code: "storage_full" });
    expect(await descriptions(home)).toEqual([]);
  });

  it("ends with 8 for a file that can be read in two ways, and names the option", async () => {
    const home = await newFolder();
    const file = twoRows
      .replaceAll("2024-03-15", "02/03/2024")
      .replaceAll("2024-03-16", "03/03/2024");
    expect(refusalIn(await importPiped(home, { file }))).toMatchObject({
      exit: 8,
      code: "import_unsure",
      hint: expect.stringContaining("--date-format DD/MM/YYYY") as string,
    });
    expect(await descriptions(home)).toEqual([]);
  });

  it("ends with 8 for a row that can't be read, and stores none", async () => {
    const home = await newFolder();
    const file = `${twoRows}2024-03-17,Ferry,-1x\n`;
    const rejected = [{ line: 4, reason: 'amount "-1x" isn\'t a number' }];
    const outcome = { import_id: null, read: 3, imported: 0, rejected, total: "0.00" };
    const refusal = refusalIn(await importPiped(home, { file }), outcome);
    expect(refusal).toMatchObject({ exit: 8, code: "rows_rejected" });
    expect(refusal).toMatchObject({ message: expect.stringContaining("line 4") as string });
    expect(await descriptions(home)).toEqual([]);
  });

  it("ends with 8 even if such a row was left out, and reports the import", async () => {
    const home = await newFolder();
    const file = `${twoRows}2024-03-17,Ferry,-1x\n`;
    const { code, stdout, stderr } = await importPiped(home, { file, more: ["--skip-invalid"] });
    expect(code).toBe(8);
    expect(JSON.parse(stdout)).toMatchObject({ imported: 2, rejected: [{ line: 4 }] });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "rows_rejected" } });
    expect(await descriptions(home)).toEqual(["Rail", "Coffee"]);
  });
});

// The contents of a file are checked before they are sent, but a plan can be written by anybody.
async function planOf(home: string, wrong: string): Promise<string> {
  const path = join(home, "wrong.plan");
  await importPiped(home, { more: ["--dry-run", "--plan", path] });
  const text = (await readFile(path, "utf8")).replace('"amount":"3.80"', `"amount":"${wrong}"`);
  const at = text.trimEnd().lastIndexOf("\n") + 1;
  const sha256 = createHash("sha256").update(text.slice(0, at)).digest("hex");
  await writeFile(path, text.slice(0, at) + text.slice(at).replace(/[\da-f]{64}/, sha256));
  return path;
}

describe("a plan with expenses that the server refuses", () => {
  it("ends with 6 and the errors of each expense, and stores nothing", async () => {
    const home = await newFolder();
    const plan = await planOf(home, "0.00");
    const ended = await outlay(home, ["import", "--apply", plan, "--json", "--no-input"]);
    const refusal = refusalIn(ended);
    expect(refusal).toMatchObject({ exit: 6, code: "invalid" });
    expect(refusal).toMatchObject({ message: expect.stringContaining("amount") as string });
    expect(await descriptions(home)).toEqual([]);
  });
});
