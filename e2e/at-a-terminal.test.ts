/** Runs the built program in a pseudo-terminal, and checks the screen that a person sees. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, outlay, serve } from "./program.ts";
import { keys, outlayInTerminal } from "./terminal.ts";

const password = "correct-Horse-77";

it("asks for a new password twice, without showing it", async () => {
  const server = await serve(await newFolder());
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["register", "--server", server.url, "-u", "ada"]);
  await screen.shows("Password:");
  screen.type(`${password}${keys.enter}`);
  await screen.shows("Password again:");
  screen.type(`another${keys.enter}`);
  await screen.shows("The two passwords differ.");
  await screen.shows(/Try again:\n.*Password:/);
  screen.type(`${password}${keys.enter}`);
  await screen.shows(/Try again:\n.*Password:.*\n.*Password again:/);
  screen.type(`${password}${keys.enter}`);
  expect(await screen.ended).toBe(0);
  expect(screen.text).toContain("Registered ada");
  expect(screen.written).not.toContain(password);
});

it("leaves nothing behind when a question is answered with Ctrl-C", async () => {
  const server = await serve(await newFolder());
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["login", "--server", server.url]);
  await screen.shows("User name:");
  screen.type(`ada${keys.enter}`);
  await screen.shows("Password:");
  screen.type(`corr${keys.interrupt}`);
  expect(await screen.ended).toBe(130);
  expect(screen.text).not.toMatch(/\bat .*\.js|Error:/);
  expect(await readdir(home)).toEqual([]);
});

it("asks for missing parts of an expense, and refuses invalid answers", async () => {
  const home = await newFolder();
  await outlay(home, ["list"]);
  const screen = outlayInTerminal(home, ["add"]);
  await screen.shows(/\? Amount:/);
  screen.type(`12,5O${keys.enter}`);
  await screen.shows('"12,5O" is not money');
  screen.type(`${"\u007F".repeat(5)}12.50${keys.enter}`);
  await screen.shows(/\? Description:/);
  screen.type(`Lunch with Ada #work${keys.enter}`);
  await screen.shows(/\? Category:[^]*food/i);
  screen.type(keys.enter);
  await screen.shows(/\? Date:/);
  screen.type(`yesterday${keys.enter}`);
  expect(await screen.ended).toBe(0);
  expect(screen.text).toMatch(/Recorded expense 1: 12\.50 {2}FOOD .* Lunch with Ada {2}#work/);
});

it("records nothing when a question is answered with Ctrl-C", async () => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["add", "12.50", "Lunch"]);
  await screen.shows(/\? Category:/);
  screen.type(keys.interrupt);
  expect(await screen.ended).toBe(130);
  expect((await outlay(home, ["list"])).stdout).toBe("");
});

it("removes nothing when the question is answered with Ctrl-C", async () => {
  const home = await newFolder();
  await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
  const screen = outlayInTerminal(home, ["rm", "1"]);
  await screen.shows("Remove it?");
  screen.type(keys.interrupt);
  expect(await screen.ended).toBe(130);
  expect((await outlay(home, ["list"])).stdout).toContain("Lunch");
});

it("asks before it imports, and imports nothing when the question is answered with Ctrl-C", async () => {
  const home = await newFolder();
  const file = join(await newFolder(), "giro.csv");
  await writeFile(file, "Date,Description,Amount\n2026-11-03,Cinema,-11.00\n");
  const asked = () => outlayInTerminal(home, ["import", file]);
  const cancelled = asked();
  await cancelled.shows(/Import it\?/);
  expect(cancelled.text).toMatch(/Cinema/);
  cancelled.type(keys.interrupt);
  expect(await cancelled.ended).toBe(130);
  expect((await outlay(home, ["import", "list"])).stdout).toBe("");
  expect((await outlay(home, ["list"])).stdout).toBe("");

  const agreed = asked();
  await agreed.shows(/Import it\?/);
  agreed.type(keys.enter);
  expect(await agreed.ended).toBe(0);
  expect((await outlay(home, ["list"])).stdout).toContain("Cinema");
});

it("asks for missing parts of a budget, and for changes to an expense", async () => {
  const home = await newFolder();
  await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
  const budget = outlayInTerminal(home, ["budget", "add"]);
  await budget.shows(/\? Amount:/);
  budget.type(`400${keys.enter}`);
  await budget.shows(/\? Category:/);
  budget.type(keys.enter);
  await budget.shows(/\? Period:/);
  budget.type(keys.enter);
  expect(await budget.ended).toBe(0);
  expect(budget.text).toMatch(/Set budget 1: 400\.00 {2}FOOD {2}MONTHLY/);

  const cancelled = outlayInTerminal(home, ["edit", "1"]);
  await cancelled.shows(/\? Amount:/);
  cancelled.type(`99${keys.enter}`);
  await cancelled.shows(/\? Description:/);
  cancelled.type(keys.interrupt);
  expect(await cancelled.ended).toBe(130);
  expect((await outlay(home, ["show", "1"])).stdout).toMatch(/Amount +12\.50/);
});

it("keeps its tables within a window of 40 columns", async () => {
  const home = await newFolder();
  await outlay(home, [
    "add",
    "12.50",
    "A very long lunch with 🍜 and 寿司 for everybody",
    "-c",
    "food",
  ]);
  const screen = outlayInTerminal(home, ["list"], { columns: 40 });
  expect(await screen.ended).toBe(0);
  const lines = screen.text.split("\n");
  expect(lines).toHaveLength(2);
  expect(lines.at(-1)).toMatch(/12\.50 {2}A very lo…$/);
});
