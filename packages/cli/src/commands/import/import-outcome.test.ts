import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const good = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";
const faulty = `${good}2026-03-17,Salary,2000.00\n2026-03-32,Ferry,-25.00\n`;

const formatNames = async (home: string): Promise<string[]> => {
  const { stdout } = await typeLine(home, ["import", "formats", "--json"]);
  return (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name);
};

describe("rejected rows that block the import", () => {
  it("are reported to a program with the other rows, though nothing was imported", async () => {
    const home = await newFolder();
    const args = ["import", "-", "--json"];
    const { code, stdout, stderr } = await typeLine(home, args, { input: faulty });
    expect(code).toBe(8);
    expect(JSON.parse(stdout)).toMatchObject({
      import_id: null,
      read: 4,
      imported: 0,
      duplicates: 0,
      ignored: [{ line: 4, reason: "money in" }],
      rejected: [{ line: 5, reason: 'date "2026-03-32" isn\'t valid as YYYY-MM-DD' }],
      total: "0.00",
      categorised: { rules: 0, history: 0, file: 0, option: 0, default: 0 },
      dry_run: false,
    });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code: "rows_rejected" } });
  });

  it("leave nothing on stdout for people", async () => {
    const { code, stdout } = await typeLine(await newFolder(), ["import", "-"], { input: faulty });
    expect({ code, stdout }).toEqual({ code: 8, stdout: "" });
  });
});

describe("the preview of an import", () => {
  const rows = Array.from(
    { length: 3 },
    (_, index) => `2026-03-${10 + index},Supermarket of Saint Anna ${index},-${1000 + index}.50\n`,
  );
  const input = `Date,Description,Amount\n${rows.join("")}2026-03-17,Salary,2000.00\n`;

  it("fits a narrow terminal, word by word", async () => {
    const home = await newFolder();
    const { stderr } = await typeLine(home, ["import", "-"], {
      input,
      answers: [false],
      columns: 200,
      errColumns: 40,
    });
    const [preview = ""] = stderr.split("outlay: ");
    expect(preview).toBe(
      [
        "Read as utf-8, separated by commas,",
        "header in line 1, dates YYYY-MM-DD,",
        "decimal point, expenses are negative.",
        "DATE          AMOUNT  DESCRIPTION",
        "2026-03-10  1,000.50  Supermarket of Sa…",
        "2026-03-11  1,001.50  Supermarket of Sa…",
        "2026-03-12  1,002.50  Supermarket of Sa…",
        "3 new expenses, 3,004.50 in total.",
        "1 ignored: money in.",
        "Categories: 3 unknown, so miscellaneous.",
        "",
      ].join("\n"),
    );
  });

  it("is as wide as stdout if it goes there", async () => {
    const args = ["import", "-", "--dry-run"];
    const { stdout } = await typeLine(await newFolder(), args, {
      input,
      columns: 60,
      errColumns: 40,
    });
    expect(stdout).toContain("2026-03-10  MISCELLANEOUS  1,000.50  Supermarket of Saint A…");
  });
});

describe("--save-as keeps the format", () => {
  const args = ["import", "-", "--save-as", "giro"];

  it("after an import, even one with nothing new", async () => {
    const home = await newFolder();
    expect(await typeLine(home, args, { input: good })).toMatchObject({ code: 0 });
    expect(await formatNames(home)).toEqual(["giro"]);
    await typeLine(home, ["import", "formats", "--remove", "giro"]);
    expect(await typeLine(home, args, { input: good })).toMatchObject({ code: 0 });
    expect(await formatNames(home)).toEqual(["giro"]);
  });

  it("after an import confirmed at the terminal", async () => {
    const home = await newFolder();
    const { asked } = await typeLine(home, args, { input: good, answers: [true] });
    expect(asked).toEqual(["Import these 2?"]);
    expect(await formatNames(home)).toEqual(["giro"]);
  });

  it.each([
    { after: "a no", answers: [false] },
    { after: "Ctrl-C", answers: ["Ctrl-C"] },
  ])("not after $after at the terminal", async ({ answers }) => {
    const home = await newFolder();
    expect(await typeLine(home, args, { input: good, answers })).toMatchObject({ code: 130 });
    expect(await formatNames(home)).toEqual([]);
  });

  it("not with --dry-run", async () => {
    const home = await newFolder();
    const { code, stderr } = await typeLine(home, [...args, "--dry-run"], { input: good });
    expect(code).toBe(0);
    expect(stderr).toContain("The format will be saved as giro when the file is imported.");
    expect(await formatNames(home)).toEqual([]);
  });

  it("not if rows were refused", async () => {
    const home = await newFolder();
    expect(await typeLine(home, args, { input: faulty })).toMatchObject({ code: 8 });
    expect(await formatNames(home)).toEqual([]);
  });
});

describe("a corrected row", () => {
  it("differs from an equal row of its import that is in the trash", async () => {
    const home = await newFolder();
    const rejects = join(home, "rest.csv");
    const input = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-15,Coffee,-3.8O\n";
    await typeLine(home, ["import", "-", "--skip-invalid", "--rejects", rejects], { input });
    await typeLine(home, ["rm", "1", "--yes"]);
    await writeFile(rejects, (await readFile(rejects, "utf8")).replace("-3.8O,", "-3.80,"));

    const { code, stdout } = await typeLine(home, ["import", rejects, "--json"]);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ imported: 1, duplicates: 0 });
    const whole = { input: input.replace("3.8O", "3.80") };
    const again = await typeLine(home, ["import", "-", "--json"], whole);
    expect(JSON.parse(again.stdout)).toMatchObject({ imported: 0, duplicates: 2 });
  });
});
