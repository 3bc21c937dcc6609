import { describe, expect, it } from "vitest";
import { newMachine } from "../../testing/new-machine.ts";

async function household() {
  const machine = await newMachine();
  const { type } = machine;
  await type("add 12.50 Lunch -c food -d 2026-11-20");
  await type("add 3 Bus -c transport -d 2026-10-20");
  await type("add 20 Zara --refund -c misc -d 2026-11-20");
  await type("add 2400 Salary --income -d 2026-11-20");
  const notes = async () => {
    const { stdout } = await type("list --all --kind any --json");
    const records = JSON.parse(stdout) as { id: number; note: string | null }[];
    return records.toSorted((one, other) => one.id - other.id).map(({ note }) => note);
  };
  return { ...machine, notes };
}

describe("editing several records", () => {
  it("changes those that are named, or none of them, and can be undone", async () => {
    const { type, notes } = await household();
    expect(await type("edit 1 4 --note a")).toMatchObject({
      code: 0,
      stdout: "Changed 2 records.\n",
      stderr: "To take the change back: outlay undo\n",
    });
    expect(await type("edit 1 9 --note b")).toMatchObject({ code: 6 });
    expect(await type("edit 1 4 --note b -c food")).toMatchObject({ code: 6 });
    expect(await notes()).toEqual(["a", null, null, "a"]);
    expect(await type("undo")).toMatchObject({
      code: 0,
      stdout: "Undone: the change of 2 records\n",
    });
    expect(await notes()).toEqual([null, null, null, null]);
  });

  it("changes what a filter selects, of the records that a list shows", async () => {
    const { type, notes } = await household();
    await type("edit --all --month november --note a");
    expect(await notes()).toEqual(["a", null, "a", null]);
    await type("edit --all --of-kind any --of-account none --note b");
    expect(await notes()).toEqual(["a", null, "a", null]);
    await type("edit --all --of-category transport --of-kind any -q bus --note b");
    expect(await notes()).toEqual(["a", "b", "a", null]);
    expect(await type("edit --all --of-category data --note c")).toMatchObject({ code: 5 });
  });

  it("asks before it changes what a filter selects, and says when nothing was to change", async () => {
    const { type, notes } = await household();
    const refused = await type("edit --all --note a", { answers: [false] });
    expect(refused.asked).toEqual(["Change 3 records?"]);
    expect(await notes()).toEqual([null, null, null, null]);
    await type("edit --all --note a", { answers: [true] });
    expect(await type("edit 1 2 --note a")).toMatchObject({
      code: 0,
      stdout: "Nothing changed: all of them are like that already.\n",
    });
  });

  it("undoes only what wasn't changed since", async () => {
    const { type, notes } = await household();
    await type("edit 1 2 --note a");
    await type("edit 1 --note later");
    await type("undo --skip");
    expect(await type("undo")).toMatchObject({
      code: 0,
      stdout: "Undone: the change of 1 record; 1 record changed since stay as they are\n",
    });
    expect(await notes()).toEqual(["later", null, null, null]);
  });

  it.each([
    ["edit 1 --month november --note a", "--month selects records to change, which needs --all."],
    ["edit 1 --all --note a", "Ids and --all contradict each other."],
    ["edit 1 2", "No change was given."],
    ["edit -a 1 234 5", '"1 234" could be one amount.'],
    ["edit 1 x --note a", 'Id "x" is not a whole number'],
  ])("outlay %s is refused", async (line, message) => {
    const { type, notes } = await household();
    const typed = await type(line);
    expect(typed.code).toBe(2);
    expect(typed.stderr).toContain(message);
    expect(await notes()).toEqual([null, null, null, null]);
  });
});
