import { readFile, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { newMachine } from "../testing/new-machine.ts";

const statement = "Date,Description,Amount\n2026-03-15,Coffee,-3.80\n2026-03-16,Rail,-49.00\n";

const at = (time: string) => new Date(`2026-11-22T${time}:00Z`);

describe("outlay undo", () => {
  it("undoes one change after the other, until none is left", async () => {
    const { type } = await newMachine();
    await type("add 12.50 Lunch -c food -t work");
    await type("edit 1 -a 13 -m Dinner --clear-tags", { now: at("12:01") });
    await type("edit 1 -a 14 -d 2026-11-01", { now: at("12:02") });
    await type("rm 1 --yes");
    await type("restore 1");

    const dinner = "expense 1: 14.00  FOOD  2026-11-01  Dinner";
    expect(await type("undo")).toMatchObject({
      code: 0,
      stdout: `Undone: the restoring of ${dinner}\n`,
      stderr: "To restore it within 30 days: outlay restore 1\n",
    });
    expect((await type("undo")).stdout).toBe(`Undone: the removal of ${dinner}\n`);
    expect((await type("undo", { now: at("12:03") })).stdout).toBe(
      "Undone: the change of expense 1: 13.00  FOOD  2026-11-22  Dinner\n",
    );
    expect((await type("undo")).stdout).toBe(
      "Undone: the change of expense 1: 12.50  FOOD  2026-11-22  Lunch  #work\n",
    );
    expect((await type("undo")).stdout).toBe(
      "Undone: expense 1: 12.50  FOOD  2026-11-22  Lunch  #work\n",
    );
    expect(await type("undo")).toMatchObject({
      code: 5,
      stdout: "",
      stderr: expect.stringMatching(
        /^outlay: There is nothing to undo\.\nUndo covers add, edit, rm/,
      ),
    });
  });

  it("undoes changes to budgets", async () => {
    const { type, descriptions } = await newMachine();
    await type("budget add 400 Kitchen -c food --starts 2026-01-01");
    await type("budget edit 1 -p weekly --starts none --rollover both");
    await type("budget rm 1 --yes");
    expect((await type("undo")).stdout).toContain("Undone: the removal of budget 1: 400.00");
    expect((await type("undo")).stdout).toBe(
      "Undone: the change of budget 1: 400.00  FOOD  MONTHLY  Kitchen  from 2026-01-01\n",
    );
    expect(JSON.parse((await type("budget show 1 --json")).stdout)).toMatchObject({
      rollover: "none",
    });
    expect((await type("undo")).code).toBe(0);
    expect(await descriptions("budget")).toEqual([]);
  });

  it("restores everything that one command removed, except what is already restored", async () => {
    const { type, changesPath, descriptions } = await newMachine();
    for (const name of ["Tea", "Coffee", "Water"]) await type(`add 1 ${name} -c food`);
    await type("rm 1 2 3 --yes");
    const noted = await readFile(changesPath, "utf8");
    await type("restore 2");
    await writeFile(changesPath, noted);

    const { stdout, stderr } = await type("undo");
    expect(stdout.match(/the removal of expense \d/g)).toEqual([
      "the removal of expense 1",
      "the removal of expense 3",
    ]);
    expect(stderr).toBe("No longer in the trash: 2\n");
    expect(await descriptions()).toHaveLength(3);
  });

  it("prints the restored records for programs", async () => {
    const { type } = await newMachine();
    await type("add 1 Tea -c food");
    await type("edit 1 -a 2");
    await type("rm 1 --yes");
    await type("import -", { input: statement });
    const answer = async (line: string) => JSON.parse((await type(line)).stdout) as unknown;
    expect(await answer("undo --yes --json")).toEqual({ id: 1, deleted: 2 });
    expect(await answer("undo --json")).toEqual([expect.objectContaining({ id: 1, amount: 2 })]);
    expect(await answer("undo --json")).toMatchObject({ id: 1, amount: 1 });
    expect(await answer("undo --json")).toMatchObject({ id: 1, description: "Tea" });
    expect(await type("undo --json")).toMatchObject({
      code: 5,
      stderr: expect.stringMatching(/^\{"error":\{"code":"not_found",/),
    });
  });
});

describe("a change that can no longer be undone", () => {
  it("is one to a record that was changed again elsewhere", async () => {
    const { type, changesPath } = await newMachine();
    await type("add 1 Tea -c food");
    await type("edit 1 -m Coffee", { now: at("12:00") });
    const noted = await readFile(changesPath, "utf8");
    await type("edit 1 -m Cocoa", { now: at("12:30") });
    await writeFile(changesPath, noted);

    expect(await type("undo")).toMatchObject({
      code: 6,
      stdout: "",
      stderr:
        "outlay: Since then, expense 1 was changed again (2026-11-22 12:30 UTC), so the earlier values are not restored.\n" +
        "See it with: outlay show 1; or skip it, and undo the change before it: outlay undo --skip\n",
    });
    expect((await type("show 1")).stdout).toContain("Cocoa");

    expect(await type("undo --skip")).toMatchObject({
      code: 0,
      stdout: "Skipped: the change of expense 1\n",
      stderr: "The next outlay undo will undo: expense 1\n",
    });
    expect((await type("undo")).stdout).toContain("Undone: expense 1: 1.00  FOOD");
  });

  it("is one to a record that is gone, or differs in other data", async () => {
    const { type, changesPath } = await newMachine();
    await type("add 1 Tea -c food");
    const noted = await readFile(changesPath, "utf8");
    await type("rm 1 --yes");
    await writeFile(changesPath, noted);
    expect(await type("undo")).toMatchObject({
      code: 5,
      stderr: expect.stringContaining(
        "Can no longer undo expense 1, because it no longer exists.\nSkip it",
      ),
    });

    await type("add 2 Water -c food");
    const other = await readFile(changesPath, "utf8");
    await writeFile(changesPath, other.replace(/"createdAt": "2026/g, '"createdAt": "2025'));
    expect(await type("undo")).toMatchObject({
      code: 5,
      stderr: expect.stringContaining("expense 2, because that id now belongs to another record"),
    });
  });

  it("is an import that was reverted; the change before it comes next", async () => {
    const { type } = await newMachine();
    await type("add 1 Tea -c food");
    await type("import -", { input: statement });
    await type("import revert 1 --yes");
    expect(await type("undo --yes")).toMatchObject({
      code: 6,
      stderr: expect.stringContaining("The last change was the reverting of import 1 from"),
    });
    await type("undo --skip");
    expect((await type("undo")).stdout).toContain("Undone: expense 1: 1.00");
  });
});

describe("an import", () => {
  it("is undone after a question, since its expenses are removed for good", async () => {
    const { type, descriptions } = await newMachine();
    await type("import -", { input: statement });
    const no = await type("undo", { answers: [false] });
    expect(no.asked).toEqual(["Remove 2 expenses from standard input for good?"]);
    expect(no).toMatchObject({ code: 130, stdout: "" });
    expect(await descriptions()).toHaveLength(2);

    const yes = await type("undo", { answers: [true] });
    expect(yes).toMatchObject({
      code: 0,
      stdout: "Undone: import 1 from standard input: 2 expenses\n",
    });
    expect(await descriptions()).toEqual([]);
    expect((await type("undo")).code).toBe(5);
  });

  it("needs --yes if nobody can be asked", async () => {
    const { type, descriptions } = await newMachine();
    await type("import -", { input: statement });
    expect(await type("undo")).toMatchObject({
      code: 2,
      stderr:
        "outlay: The last change was import 1 from standard input; undoing it removes its expenses for good.\n" +
        "Add --yes to undo it without being asked.\n",
    });
    expect(await descriptions()).toHaveLength(2);
  });

  it("that added nothing is not a change", async () => {
    const { type } = await newMachine();
    await type("import -", { input: statement });
    await type("add 1 Tea -c food");
    await type("import -", { input: statement });
    expect((await type("undo")).stdout).toContain("Undone: expense 3: 1.00");
  });

  it("that has more expenses than the last change added is not undone", async () => {
    const { type, changesPath, descriptions } = await newMachine();
    await type("import -", { input: statement });
    const noted = await readFile(changesPath, "utf8");
    await writeFile(changesPath, noted.replace('"expenseCount": 2', '"expenseCount": 1'));
    expect(await type("undo --yes")).toMatchObject({
      code: 6,
      stderr: expect.stringContaining("outlay import revert 1; or skip it"),
    });
    expect(await descriptions()).toHaveLength(2);
  });
});
