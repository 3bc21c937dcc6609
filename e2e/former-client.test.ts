/**
 * A client of a version that knows no kinds, currencies and categories of one's own works on an account that is full of
 * them: it sees the expenses, all of them and nothing else, and what it writes back changes nothing that it doesn't know.
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { environment, newFolder, outlay, root, runProgram, serve } from "./program.ts";
import { password } from "./sessions.ts";

/** The package of the last version without them, as it would have been published. */
const tarball = join(root, "e2e/former/before-kinds.tgz");

type Wire = Record<string, unknown>;

async function withFormerClient() {
  const folder = await newFolder();
  await promisify(execFile)("tar", ["-xzf", tarball, "-C", folder]);
  const formerProgram = join(folder, "package/bin/outlay.cjs");
  const server = await serve(await newFolder());
  const [home, formerHome] = [await newFolder(), await newFolder()];
  const now = (...args: string[]) => outlay(home, args, { env: { OUTLAY_PASSWORD: password } });
  const former = (...args: string[]) =>
    runProgram(process.execPath, [formerProgram, ...args], {
      env: environment(formerHome, { OUTLAY_PASSWORD: password }),
    });
  const done = async (run: typeof now, ...args: string[]) => {
    const ended = await run(...args);
    expect(ended, args.join(" ")).toMatchObject({ code: 0 });
    return ended.stdout;
  };
  await done(now, "register", "--server", server.url, "-u", "ada");
  await done(former, "login", "--server", server.url, "-u", "ada");
  const json = async (run: typeof now, ...args: string[]) =>
    JSON.parse(await done(run, ...args, "--json")) as Wire[];
  return { now, former, done, json };
}

async function fullAccount() {
  const household = await withFormerClient();
  const { now, done } = household;
  await done(now, "config", "set", "currency", "EUR");
  await done(now, "category", "add", "Groceries", "--parent", "food");
  await done(now, "add", "12.50", "Lunch", "-c", "food", "--account", "Giro", "--note", "with Ada");
  await done(now, "add", "30", "Market", "-c", "groceries", "-d", "2026-11-20");
  await done(now, "add", "30 USD", "Hotel", "-c", "transport", "-d", "2026-11-20");
  await done(now, "add", "5", "Lunch", "--refund", "-c", "food");
  await done(now, "add", "2400", "Salary", "--income");
  await done(now, "add", "500", "Savings", "--transfer");
  await done(now, "budget", "add", "400", "Food", "-c", "food");
  await done(now, "budget", "add", "300", "Market", "-c", "groceries");
  return household;
}

it("a former client sees expenses only, and all of them", async () => {
  const { former, now, done, json } = await fullAccount();
  const seen = await json(former, "list", "--all");
  expect(seen.map(({ id, category, amount }) => [id, category, amount])).toEqual([
    [1, "FOOD", 12.5],
    [3, "TRANSPORT", 30],
    [2, "GROCERIES", 30],
  ]);
  expect(await json(now, "list", "--all")).toMatchObject(seen.map(({ id }) => ({ id })));
  const text = await done(former, "list", "--all");
  expect(text).toContain("GROCERIES");
  expect(text).not.toContain("Salary");
  const exported = (await done(former, "export", "--format", "csv")).trim().split("\n");
  expect(exported.length).toBe(1 + 3);
  await done(former, "report");
  await done(former, "budget", "status");
  expect((await json(former, "budget", "list")).map(({ category }) => category)).toEqual([
    "FOOD",
    "GROCERIES",
  ]);
});

it("what a former client writes back changes nothing that it doesn't know", async () => {
  const { former, now, done, json } = await fullAccount();
  await done(former, "edit", "1", "-a", "13", "-m", "Dinner");
  await done(former, "edit", "3", "-d", "2026-11-21");
  await done(former, "edit", "2", "-t", "market");
  const [first, hotel, market] = await Promise.all(
    ["1", "3", "2"].map(async (id) => JSON.parse(await done(now, "show", id, "--json")) as Wire),
  );
  expect(first).toMatchObject({
    amount: 13,
    description: "Dinner",
    kind: "EXPENSE",
    account: "Giro",
    note: "with Ada",
  });
  expect(hotel).toMatchObject({ date: "2026-11-21", currency: "USD", amount: 30 });
  expect(market).toMatchObject({ category: "GROCERIES", tags: ["market"] });
  await done(former, "add", "3", "Bus", "-c", "transport");
  await done(former, "rm", "3", "--yes");
  await done(former, "undo");
  expect(await json(former, "list", "--all")).toHaveLength(4);
  expect(await json(now, "list", "--all", "--kind", "any")).toHaveLength(7);
});
