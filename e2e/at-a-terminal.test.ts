/** What somebody at a terminal sees: the built program in a pseudo-terminal. */
import { readdir } from "node:fs/promises";
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
  await screen.shows("The two are not the same.");
  await screen.shows(/Once more:\n.*Password:/);
  screen.type(`${password}${keys.enter}`);
  await screen.shows(/Once more:\n.*Password:.*\n.*Password again:/);
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

it("asks for what an expense lacks, and takes no answer that isn't one", async () => {
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
