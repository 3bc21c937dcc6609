import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { environment, outlay, root, runProgram, serve } from "./program.ts";

const count = 2345;

/** A home with that many expenses, created once: no test here changes it. */
let home = "";

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "outlay-test-"));
  const rows = Array.from(
    { length: count },
    (_, index) => `2026-0${1 + (index % 9)}-11,-${index + 1}.00,Purchase ${index + 1}`,
  );
  const file = join(home, "bank.csv");
  await writeFile(file, ["Date,Amount,Description", ...rows, ""].join("\n"));
  const { code, stderr } = await outlay(home, ["import", file]);
  if (code !== 0) throw new Error(stderr);
  return () => rm(home, { recursive: true, force: true });
});

interface Expense {
  id: number;
  amount: number;
  date: string;
}

const listed = async (...args: string[]) => {
  const { code, stdout, stderr } = await outlay(home, ["list", "--json", ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as Expense[];
};

describe("a list longer than a page", () => {
  it("is complete, with each expense once, in order", async () => {
    const byAmount = await listed("--all", "--sort", "-amount");
    expect(byAmount.map(({ amount }) => amount)).toEqual(
      Array.from({ length: count }, (_, index) => count - index),
    );
    const byDay = await listed("--all");
    const expected = byAmount.toSorted((a, b) =>
      a.date === b.date ? b.id - a.id : a.date < b.date ? 1 : -1,
    );
    expect(byDay).toEqual(expected);
  });

  it("can be limited to any number, and says how many are not shown", async () => {
    for (const number of [1, 20, 1000, 1001, 2000, 2344]) {
      expect(await listed("--sort", "id", "-n", `${number}`)).toHaveLength(number);
    }
    const { stdout, stderr } = await outlay(home, ["list", "-n", "1500"]);
    expect(stdout.split("\n")).toHaveLength(1 + 1500 + 1);
    expect(stderr).toBe("1,500 of 2,345 expenses; show more with -n or --all.\n");
    expect((await outlay(home, ["list", "-n", "2345"])).stderr).toBe("");
  });

  it("is the same through a server", async () => {
    const serving = await serve(home);
    expect(await listed("--all", "--min", "100", "-q", "purchase")).toHaveLength(count - 99);
    expect(await serving.stop()).toBe(0);
  });

  it("ends quietly if its reader stops", async () => {
    const program = join(root, "packages/cli/bin/outlay.cjs");
    const line = `set -o pipefail; "${process.execPath}" "${program}" list --all --json | head -c 20`;
    const { code, stdout, stderr } = await runProgram("bash", ["-c", line], {
      env: environment(home),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toHaveLength(20);
  });
});
