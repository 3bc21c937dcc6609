import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../testing/type-line.ts";

type Terminal = Parameters<typeof typeLine>[2];

/** The suggested words for a line whose last word, perhaps empty, is being typed. */
async function suggested(line: string, home?: string, more?: Terminal): Promise<string[]> {
  const args = ["__complete", "--", ...line.split(" ").slice(1)];
  const { code, stdout, stderr } = await typeLine(home ?? (await newFolder()), args, more);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return stdout.split("\n").flatMap((text) => text.split("\t", 1)[0] || []);
}

describe("completing a command line", () => {
  it.each([
    ["outlay bud", ["budget"]],
    ["outlay budget st", ["status"]],
    ["outlay expense e", ["edit"]],
    ["outlay help bud", ["budget"]],
    ["outlay help budget ch", ["check"]],
    ["outlay budget help ch", ["check"]],
    ["outlay --json bud", ["budget"]],
    ["outlay --profile local bud", ["budget"]],
    ["outlay ls --mo", ["--month"]],
    ["outlay __", []],
    ["outlay nonsense ", []],
  ])("is a command: %s", async (line, words) => {
    expect(await suggested(line)).toEqual(["words", ...words]);
  });

  it.each([
    ["outlay edit 1 --cle", ["--clear-tags"]],
    ["outlay list --js", ["--json"]],
    ["outlay --js", ["--json"]],
    ["outlay list -q", ["-q"]],
    ["outlay edit 1 --amount 3 --am", []],
    ["outlay list --category food --cat", ["--category"]],
    ["outlay list -c food --cat", ["--category"]],
    ["outlay add 1 -- --ta", []],
    ["outlay import formats --re", ["--remove"]],
    ["outlay import x.csv formats --re", ["--rejects"]],
  ])("is an option that can still be given: %s", async (line, words) => {
    expect(await suggested(line)).toEqual(["words", ...words]);
  });

  it.each([
    ["outlay add 1 Tea -c f", ["food"]],
    ["outlay add 1 Tea -c F", ["food"]],
    ["outlay add 1 Tea -cf", ["-cfood"]],
    ["outlay add 1 Tea --category=f", ["--category=food"]],
    ["outlay add 1 Tea -c s", []],
    ["outlay budget add 1 -c s", ["savings"]],
    ["outlay list -c food da", ["data"]],
    ["outlay list -c food -t x da", []],
    ["outlay rules add netflix f", ["food"]],
    ["outlay budget edit 1 --period y", ["yearly"]],
    ["outlay edit 1 --kind r", ["refund"]],
    ["outlay edit 1 --kind a", []],
    ["outlay list --kind a", ["any"]],
    ["outlay add 9 Cash --transfer --direction i", ["in"]],
    ["outlay report --by a", ["account"]],
    ["outlay budget edit 1 --rollover s", ["surplus"]],
    ["outlay export --format n", ["ndjson"]],
    ["outlay report --by m", ["month"]],
    ["outlay report --month feb", ["february"]],
    ["outlay list --sort -a", ["-amount"]],
    ["outlay serve --registration c", ["closed"]],
    ["outlay completion z", ["zsh"]],
    ["outlay key create --scope i", ["import"]],
    ["outlay import x.csv --sign expense-n", ["expense-negative"]],
    ["outlay import x.csv --decimal ", [".", ","]],
    ["outlay config set c", ["currency"]],
    ["outlay import x.csv --format ", ["auto"]],
    ["outlay import x.csv --date-format ", []],
    ["outlay list -q f", []],
    ["outlay show ", []],
  ])("is a value: %s", async (line, words) => {
    expect(await suggested(line)).toEqual(["words", ...words]);
  });

  it.each([
    ["outlay import ", "files"],
    ["outlay import x.csv --rejects ", "files"],
    ["outlay export -o ", "files"],
    ["outlay backup ", "files"],
    ["outlay serve --data ", "folders"],
    ["outlay import x.csv ", "words"],
  ])("is a path that the shell knows: %s", async (line, paths) => {
    expect((await suggested(line))[0]).toBe(paths);
  });

  it("suggests the user's profiles, rules and saved formats", async () => {
    const home = await newFolder();
    const profiles = { "example.org": { server: "https://example.org" } };
    await writeFile(join(home, "config.json"), JSON.stringify({ version: 1, profiles }));
    await typeLine(home, ["rules", "add", "netflix", "data"]);
    const input = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n";
    await typeLine(home, ["import", "-", "--save-as", "giro"], { input });
    expect(await suggested("outlay profile use ", home)).toEqual(["words", "local", "example.org"]);
    expect(await suggested("outlay rules rm ", home)).toEqual(["words", "1"]);
    expect(await suggested("outlay import x.csv --format g", home)).toEqual(["words", "giro"]);
  });
});

describe("budgets' ids", () => {
  it("come with descriptions of the budgets", async () => {
    const home = await newFolder();
    await typeLine(home, ["budget", "add", "400", "Kitchen", "-c", "food"]);
    await typeLine(home, ["budget", "add", "30", "Bus", "-c", "transport"]);
    await typeLine(home, ["budget", "rm", "2", "--yes"]);
    const { stdout } = await typeLine(home, ["__complete", "--", "budget", "edit", ""]);
    expect(stdout).toBe("words\n1\t400.00 FOOD MONTHLY: Kitchen\n");
    expect(await suggested("outlay budget restore ", home)).toEqual(["words", "2"]);
  });

  it("are suggested even if the session has expired, and change nothing", async () => {
    const home = await newFolder();
    await typeLine(home, ["budget", "add", "400", "Kitchen", "-c", "food"]);
    const credentials = () => readFile(join(home, "credentials.json"), "utf8");
    const before = await credentials();
    for (const now of [new Date("2026-11-22T13:30:00Z"), new Date("2026-12-22T13:30:00Z")]) {
      expect(await suggested("outlay budget rm ", home, { now })).toEqual(["words", "1"]);
    }
    expect(await credentials()).toBe(before);
  });

  it("are not suggested, and nothing is created, if there are no data", async () => {
    const home = await newFolder();
    expect(await suggested("outlay budget rm ", home)).toEqual(["words"]);
    expect(await readdir(home)).toEqual([]);

    await typeLine(home, ["budget", "add", "400", "Kitchen", "-c", "food"]);
    await rm(join(home, "data"), { recursive: true });
    expect(await suggested("outlay budget rm ", home)).toEqual(["words"]);
    expect(await readdir(home)).not.toContain("data");
  });
});

describe("errors are not shown", () => {
  it.each([
    ["a server that can't be reached", { OUTLAY_SERVER: "http://127.0.0.1:1", OUTLAY_TOKEN: "x" }],
    ["a token that is empty", { OUTLAY_TOKEN: "" }],
    ["a profile that isn't there", { OUTLAY_PROFILE: "nowhere" }],
  ])("with %s", async (_what, env) => {
    const home = await newFolder();
    await typeLine(home, ["budget", "add", "400", "Kitchen", "-c", "food"]);
    expect(await suggested("outlay budget rm ", home, { env })).toEqual(["words"]);
  });

  it("with broken settings, although commands are still completed", async () => {
    const home = await newFolder();
    await writeFile(join(home, "config.json"), "{");
    await writeFile(join(home, "credentials.json"), "{");
    expect(await suggested("outlay budget rm ", home)).toEqual(["words"]);
    expect(await suggested("outlay --profile ", home)).toEqual(["words"]);
    expect(await suggested("outlay bud", home)).toEqual(["words", "budget"]);
  });
});
