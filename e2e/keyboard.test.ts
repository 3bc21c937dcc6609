/** Real keyboard input: ended, pasted, and typed ahead. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newFolder, outlay } from "./program.ts";
import { keys, outlayInTerminal } from "./terminal.ts";

const endOfInput = "\u0004";

it.each([
  { args: ["add"], question: /\? Amount:/ },
  { args: ["add", "12.50", "Lunch"], question: /\? Category:/ },
  { args: ["login", "--server", "local", "-u", "ada"], question: /\? Password:/ },
])("ends quietly with Ctrl-D at $question", async ({ args, question }) => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, args);
  await screen.shows(question);
  screen.type(endOfInput);
  expect(await screen.ended).toBe(130);
  expect(screen.text).toMatch(/\noutlay: Interrupted; nothing was changed\.(\n|$)/);
  expect(screen.written.lastIndexOf("\u001B[?25h")).toBeGreaterThanOrEqual(
    screen.written.lastIndexOf("\u001B[?25l"),
  );
  expect((await outlay(home, ["list"])).stdout).toBe("");
});

it.each([
  ["Ctrl-D", endOfInput],
  ["Enter alone", keys.enter],
])("removes nothing where %s is the answer", async (_, answer) => {
  const home = await newFolder();
  await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
  const screen = outlayInTerminal(home, ["rm", "1"]);
  await screen.shows("Remove it?");
  screen.type(answer);
  expect(await screen.ended).toBe(130);
  expect((await outlay(home, ["list"])).stdout).toContain("Lunch");
});

it("asks again if it doesn't understand a yes or no", async () => {
  const home = await newFolder();
  await outlay(home, ["add", "12.50", "Lunch", "-c", "food"]);
  const screen = outlayInTerminal(home, ["rm", "1"]);
  await screen.shows("Remove it?");
  screen.type(`ja${keys.enter}`);
  await screen.shows("You must answer");
  screen.type(`${"\u007F".repeat(2)}y${keys.enter}`);
  expect(await screen.ended).toBe(0);
  expect((await outlay(home, ["list"])).stdout).toBe("");
});

it("uses each pasted line for the next question", async () => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["add"]);
  await screen.shows(/\? Amount:/);
  screen.type("12.50\rLunch with Ada\r\nfood\r2026-11-03\r");
  expect(await screen.ended).toBe(0);
  expect(screen.text).toContain("12.50  FOOD  2026-11-03  Lunch with Ada");
});

it("drops the rest of a paste once a line of it is refused", async () => {
  const home = await newFolder();
  await outlay(home, ["list"]);
  const screen = outlayInTerminal(home, ["add"]);
  await screen.shows(/\? Amount:/);
  screen.type("lunch\r99\r");
  await screen.shows("is not money");
  screen.type(`${"\u007F".repeat(5)}12.50${keys.enter}`);
  await screen.shows(/\? Description:/);
  screen.type(keys.interrupt);
  expect(await screen.ended).toBe(130);
});

it("chooses nothing from a list if the typed word isn't in it", async () => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["add", "12.50", "Lunch"]);
  await screen.shows(/\? Category:/);
  screen.type(`tranport${keys.enter}`);
  await screen.shows("Did you mean transport?");
  // Enter alone then chooses nothing either.
  screen.type(keys.enter);
  await screen.shows('Answer "" is unknown.');
  screen.type(`lunch${keys.enter}`);
  await screen.shows('Answer "lunch" is unknown.');
  screen.type(`tr${keys.enter}`);
  expect(await screen.ended).toBe(0);
  expect(screen.text).toContain("12.50  TRANSPORT");
});

it("moves through a list with the arrow keys, even after typing", async () => {
  const home = await newFolder();
  const screen = outlayInTerminal(home, ["add", "12.50", "Lunch"]);
  await screen.shows(/\u276F food/);
  screen.type(keys.down);
  await screen.shows(/\u276F data/);
  screen.type("t");
  await screen.shows(/\u276F transport/);
  screen.type(`${keys.down}${keys.enter}`);
  expect(await screen.ended).toBe(0);
  expect(screen.text).toContain("12.50  MISCELLANEOUS");
});

it("doesn't take an earlier Enter for a yes", async () => {
  const home = await newFolder();
  const file = join(home, "giro.csv");
  await writeFile(file, "Date,Description,Amount\n2026-11-03,Cinema,-11.00\n");
  const screen = outlayInTerminal(home, ["import"]);
  await screen.shows("File to import:");
  screen.type(`${file}\r\r`);
  await screen.shows("Import it?");
  screen.type(keys.interrupt);
  expect(await screen.ended).toBe(130);
  expect((await outlay(home, ["import", "list"])).stdout).toBe("");
});

it("asks nothing with --json, and writes only JSON to stdout", async () => {
  const home = await newFolder();
  const file = join(home, "giro.csv");
  await writeFile(file, "Date,Description,Amount\n2026-11-03,Cinema,-11.00\n");
  const preview = outlayInTerminal(home, ["import", file, "--dry-run", "--json"]);
  expect(await preview.ended).toBe(0);
  expect(JSON.parse(preview.text.replaceAll("\n", ""))).toMatchObject({
    imported: 1,
    dry_run: true,
  });
  const missing = outlayInTerminal(home, ["add", "--json"]);
  expect(await missing.ended).toBe(2);
  expect(missing.text).not.toContain("?");
});
