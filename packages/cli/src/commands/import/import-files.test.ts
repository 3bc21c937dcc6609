import { lstat, mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

const good = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n";
const faulty = `${good}2026-03-32,Ferry,-25.00\n`;

interface Desk {
  home: string;
  /** The bank's file. */
  file: string;
  /** The path of another file. */
  at: (name: string) => string;
}

async function desk(content: string): Promise<Desk> {
  const folder = await newFolder();
  const at = (name: string) => join(folder, name);
  await writeFile(at("bank.csv"), content);
  return { home: at("home"), file: at("bank.csv"), at };
}

const isThere = async (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

describe("the file for rejected rows", () => {
  it.each([[], ["--dry-run"], ["--skip-invalid"]])(
    "never replaces an existing one: %s",
    async (...more) => {
      const { home, file, at } = await desk(faulty);
      await writeFile(at("precious"), "kept");
      const args = ["import", file, "--rejects", at("precious"), ...more];
      const { code, stdout, stderr } = await typeLine(home, args);
      expect({ code, stdout, stderr }).toEqual({
        code: 2,
        stdout: "",
        stderr: `outlay: ${at("precious")} already exists.\nRemove it, or name another file for the rejected rows.\n`,
      });
      expect(await readFile(at("precious"), "utf8")).toBe("kept");
    },
  );

  it("never replaces a link or its target", async () => {
    const { home, file, at } = await desk(faulty);
    await symlink(file, at("link"));
    const { code } = await typeLine(home, ["import", file, "--rejects", at("link")]);
    expect(code).toBe(2);
    expect((await lstat(at("link"))).isSymbolicLink()).toBe(true);
    expect(await readFile(file, "utf8")).toBe(faulty);
  });

  it("is never the bank's file itself", async () => {
    const { home, file } = await desk(faulty);
    expect(await typeLine(home, ["import", file, "--rejects", file])).toMatchObject({ code: 2 });
    expect(await readFile(file, "utf8")).toBe(faulty);
  });

  it("isn't created if nothing is rejected", async () => {
    const { home, file, at } = await desk(good);
    expect(await typeLine(home, ["import", file, "--rejects", at("rest")])).toMatchObject({
      code: 0,
    });
    expect(await isThere(at("rest"))).toBe(false);
  });

  it("is written, and isn't suggested again", async () => {
    const { home, file, at } = await desk(faulty);
    const { code, stderr } = await typeLine(home, ["import", file, "--rejects", at("rest")]);
    expect(code).toBe(8);
    expect(stderr).toContain(`They are in ${at("rest")}: correct that file and import it.`);
    expect(stderr).not.toContain("--rejects");
    expect(await readFile(at("rest"), "utf8")).toContain("2026-03-32,Ferry");
  });
});

describe("the file to import", () => {
  it("is asked for at a terminal if none is named", async () => {
    const { home, file } = await desk(good);
    const { code, stdout, asked } = await typeLine(home, ["import"], { answers: [file, true] });
    expect(asked).toEqual(["File to import:", "Import it?"]);
    expect(code).toBe(0);
    expect(stdout).toContain("Imported 1 expense");
  });

  it("is asked for again if it doesn't exist", async () => {
    const { home, file, at } = await desk(good);
    const answers = ["", at("gone.csv"), at("."), `'${file}' `, true];
    const { code, refused } = await typeLine(home, ["import"], { answers });
    expect(refused).toEqual([
      "The file to import is missing. Name it, or - for standard input: outlay import bank.csv",
      `${at("gone.csv")} can't be read: there is no such file.`,
      `${at(".")} is a folder. Name the file to import.`,
    ]);
    expect(code).toBe(0);
  });

  it("is required if nobody can or should be asked", async () => {
    const { home } = await desk(good);
    for (const ended of [
      await typeLine(home, ["import"]),
      await typeLine(home, ["import", "--no-input"], { answers: [] }),
    ]) {
      expect(ended).toMatchObject({ code: 2, asked: [] });
      expect(ended.stderr).toContain("The file to import is missing.");
    }
  });
});

// The bank's file doesn't exist either, and would be reported next.
describe("before the bank's file is read, Outlay refuses to write", () => {
  it.each([
    ["a plan over a file", ["--dry-run", "--plan", "there"], /there already exists\./],
    [
      "a plan into a folder that doesn't exist",
      ["--dry-run", "--plan", "none/p"],
      /can't be created: its folder does not exist\.\nName another file for the plan\./,
    ],
    [
      "rejected rows below a file",
      ["--rejects", "there/r"],
      /can't be created: part of its path is not a folder\./,
    ],
    ["a plan under a blank name", ["--dry-run", "--plan", " "], /name of the file .* is blank/],
    [
      "a plan and rejected rows into one file",
      ["--dry-run", "--plan", "new", "--rejects", "new"],
      /--plan and --rejects name the same file\./,
    ],
  ])("%s", async (_, words, says) => {
    const { home, at } = await desk(good);
    await writeFile(at("there"), "kept");
    const paths = words.map((word) => (/^[a-z]/.test(word) ? at(word) : word));
    const { code, stdout, stderr } = await typeLine(home, ["import", at("no.csv"), ...paths]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(says);
  });
});

describe("a plan to carry out", () => {
  it.each([
    ["--account", "giro"],
    ["--format", "auto"],
    ["--save-as", "giro"],
    ["--map", "date=1"],
    ["--delimiter", ";"],
    ["--encoding", "utf-8"],
    ["--decimal", ","],
    ["--date-format", "DD/MM/YYYY"],
    ["--sign", "expense-negative"],
    ["--category", "food"],
    ["--rejects", "rest.csv"],
    ["--plan", "other.plan"],
  ])("can't be told %s any more", async (option, value) => {
    const { home, file, at } = await desk(good);
    await typeLine(home, ["import", file, "--dry-run", "--plan", at("plan")]);
    const args = ["import", "--apply", at("plan"), "--dry-run", option, value];
    const { code, stdout, stderr } = await typeLine(home, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(`${option} can't change an existing plan.`);
  });

  it("can be shown, or told to leave rows out", async () => {
    const { home, file, at } = await desk(faulty);
    await typeLine(home, ["import", file, "--dry-run", "--plan", at("plan")]);
    const apply = ["import", "--apply", at("plan")];
    expect(await typeLine(home, [...apply, "--dry-run"])).toMatchObject({ code: 8 });
    const refused = await typeLine(home, apply);
    expect(refused).toMatchObject({ code: 8, stdout: "" });
    expect(refused.stderr).toMatch(/\nLeave them out with --skip-invalid\n$/);
    const { stdout } = await typeLine(home, [...apply, "--skip-invalid", "--yes"]);
    expect(stdout).toContain("Imported 1 expense");
  });

  it("leaves rows out without asking again, if the preview did", async () => {
    const { home, file, at } = await desk(faulty);
    await typeLine(home, ["import", file, "--skip-invalid", "--dry-run", "--plan", at("plan")]);
    const { code, stdout, stderr } = await typeLine(home, ["import", "--apply", at("plan")]);
    expect(code).toBe(8);
    expect(stdout).toContain("Imported 1 expense, 3.80 in total");
    expect(stderr).toContain("1 row was rejected and left out:");
  });

  it("warns if the number of new rows has changed", async () => {
    const { home, file, at } = await desk(`${good}2026-03-16,Rail,-49.00\n`);
    await writeFile(at("first.csv"), good);
    const apply = ["import", "--apply", at("plan")];
    await typeLine(home, ["import", file, "--dry-run", "--plan", at("plan")]);
    await typeLine(home, ["import", at("first.csv")]);
    const { code, stdout, stderr } = await typeLine(home, apply);
    expect(code).toBe(0);
    expect(stdout).toContain("Imported 1 expense, 49.00 in total");
    expect(stderr).toContain(
      "The plan was made for 2 new expenses and 0 already imported; now there are 1 new expense and 1 already imported.",
    );
    // Nothing is reported if the counts are unchanged or there is nothing to do.
    expect((await typeLine(at("other home"), apply)).stderr).not.toContain("was made for");
    expect((await typeLine(home, apply)).stderr).toBe("");
  });

  it("is shown and asked about at a terminal", async () => {
    const { home, file, at } = await desk(good);
    await typeLine(home, ["import", file, "--dry-run", "--plan", at("plan")]);
    const { code, stderr, asked } = await typeLine(home, ["import", "--apply", at("plan")], {
      answers: [false],
    });
    expect({ code, asked }).toEqual({ code: 130, asked: ["Import it?"] });
    expect(stderr).toContain("1 new expense, 3.80 in total.");
  });

  it("that doesn't exist is refused by the name that was typed", async () => {
    const { home, at } = await desk(good);
    const { code, stderr } = await typeLine(home, ["import", "--apply", at("nofile")]);
    expect(code).toBe(2);
    expect(stderr).toBe(`outlay: ${at("nofile")} can't be read: there is no such file.\n`);
  });

  it("that is a folder is refused as such", async () => {
    const { home, at } = await desk(good);
    await mkdir(at("folder"));
    const { code, stderr } = await typeLine(home, ["import", "--apply", at("folder")]);
    expect(code).toBe(2);
    expect(stderr).toContain(`${at("folder")} is a folder.`);
  });
});
