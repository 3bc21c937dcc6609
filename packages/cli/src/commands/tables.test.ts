import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { columnWidth } from "../terminal/column-width.ts";
import { typeLine } from "../testing/type-line.ts";

const now = new Date(2026, 10, 22, 12);

const bank = [
  "Date,Description,Amount",
  "2026-11-03,晩ごはん 居酒屋,-42.00",
  "2026-11-04,Café cine\u0301ma 🍿,-1234.50",
  "2026-11-05,Gehalt,2800.00",
  "",
].join("\n");

/** A home with content for every table, and wide characters wherever text may have them. */
async function furnishedHome(): Promise<{ home: string; file: string }> {
  const home = await newFolder();
  const file = join(await newFolder(), "銀行.csv");
  await writeFile(file, bank);
  const type = async (...args: string[]) => {
    const { code, stderr } = await typeLine(home, args, { now });
    expect({ args, code, stderr: code === 0 ? "" : stderr }).toEqual({ args, code: 0, stderr: "" });
  };
  await type("add", "12.50", "夕食 with Ada", "-c", "food", "-t", "晩ごはん", "work");
  await type("add", "3", "Bus", "-c", "transport");
  await type("rm", "2", "--yes");
  await type("budget", "add", "400", "食費 🍜", "-c", "food", "--rollover", "surplus");
  await type(
    "budget",
    "add",
    "1200",
    "Ferien",
    "-c",
    "savings",
    "-p",
    "yearly",
    "--ends",
    "2027-12-31",
  );
  await type("rules", "add", "居酒屋*ada", "food", "-t", "晩ごはん");
  await type("import", file, "--account", "giro", "--save-as", "銀行", "--yes");
  await type("key", "create", "銀行 every night, from cron", "--scope", "full", "--expires", "90d");
  const { stdout } = await typeLine(home, ["key", "create", "看板"], { now });
  await typeLine(home, ["list"], { now, env: { OUTLAY_TOKEN: stdout.trim() } });
  return { home, file };
}

/** Random ids, instants, and times in the local time zone. */
const whatDiffers = /[\da-f]{8}-[\da-f-]{27}|\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?:[:.\d]*Z)?/g;

it.each([40, 80, 200, undefined])("every table in %s columns", async (columns) => {
  const { home, file } = await furnishedHome();
  const lines = [
    ["list"],
    ["list", "--deleted"],
    ["show", "1"],
    ["budget", "list"],
    ["budget", "show", "1"],
    ["budget", "status"],
    ["report"],
    ["report", "--by", "tag"],
    ["rules", "list"],
    ["import", "list"],
    ["import", "show", "1"],
    ["import", "formats"],
    ["import", file, "--account", "other", "--dry-run"],
    ["key", "list"],
    ["profile", "list"],
    ["config", "get"],
  ];
  const terminal = { now, ...(columns !== undefined && { columns, errColumns: columns }) };
  for (const args of lines) {
    const plain = await typeLine(home, args, { ...terminal, env: { NO_COLOR: "1" } });
    const shown = plain.stdout.replaceAll(whatDiffers, (text) => "·".repeat(text.length));
    expect({ args, code: plain.code }).toEqual({ args, code: 0 });
    expect(`$ outlay ${args.join(" ").replace(file, "銀行.csv")}\n${shown}`).toMatchSnapshot();
    const coloured = await typeLine(home, args, terminal);
    expect(stripVTControlCharacters(coloured.stdout)).toBe(plain.stdout);
    if (columns === undefined || args[0] === "show" || args[1] === "show") continue;
    for (const line of plain.stdout.split("\n")) {
      expect(columnWidth(line)).toBeLessThanOrEqual(columns);
    }
  }
});
