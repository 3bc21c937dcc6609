/** Categories of one's own, as somebody types them at a terminal and in scripts. */
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

type Answers = Parameters<typeof typeLine>[2] extends { answers?: infer Given } | undefined
  ? Given
  : never;

async function newHome() {
  const home = await newFolder();
  const type = (line: string, answers?: Answers) =>
    typeLine(home, line.split(" "), answers === undefined ? {} : { answers });
  return { home, type };
}

const keysIn = (stdout: string) =>
  (JSON.parse(stdout) as { key: string; parent: string | null }[]).map(({ key, parent }) =>
    parent === null ? key : `${parent}/${key}`,
  );

describe("outlay category starter", () => {
  it("makes what is ticked, below its parents, and offers the rest the next time", async () => {
    const { type } = await newHome();
    const first = await type("category starter", [""]);
    expect(first.code).toBe(0);
    const keys = keysIn((await type("category list --json")).stdout);
    expect(keys).toEqual(expect.arrayContaining(["FOOD/GROCERIES", "HOUSING", "HOUSING/RENT"]));
    expect(keys).not.toContain("PETS");
    const second = await type("category starter", ["Pets"]);
    expect(second.stdout).toBe("Added Pets.\n");
  });

  it("can be told what to make, and be undone at once", async () => {
    const { type } = await newHome();
    expect((await type("category starter rent pets")).stdout).toBe("Added Rent, Pets.\n");
    expect((await type("category starter pets leisure")).stdout).toBe("Added Leisure.\n");
    expect((await type("undo")).stdout).toBe("Undone: category Leisure\n");
    expect((await type("undo")).stdout).toBe("Undone: category Pets\nUndone: category Rent\n");
    const none = await type("category starter");
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining("Add --all")]);
  });
});

describe("a category that doesn't exist", () => {
  it("is made at a terminal if somebody wants it, and its command is told to scripts", async () => {
    const { type } = await newHome();
    const made = await type("add 1100 November -c rent", [true]);
    expect(made.stdout).toContain("Recorded expense 1: 1,100.00  Rent");
    const refused = await type("add 30 Rex -c vet", [false]);
    expect([refused.code, refused.asked]).toEqual([2, ['There is no category "vet". Make Vet?']]);
    const script = await type("add 30 Rex -c vet --no-input");
    expect(script.stderr).toContain("To make it: outlay category add vet");
    expect((await type("edit 1 -c flat", [true])).stdout).toContain("Flat");
    expect((await type("budget add 50 -c pets", [true])).stdout).toContain("Pets");
    expect((await type("rules add rex vet", [true])).stdout).toContain("VET");
    expect((await type("add 12 Rex")).stdout).toContain("Vet");
  });
});

describe("a description", () => {
  it("names own categories in full, and keeps other words", async () => {
    const { type } = await newHome();
    await type("category add Danube");
    expect((await type("add 5 Lunch @Dan -c food")).stdout).toContain("Lunch @Dan");
    expect((await type("add 5 Ship @danube")).stdout).toMatch(/Danube .*Ship\n/);
    const both = await type("add 5 Ship @danube -c food");
    expect(both.stderr).toContain("contradict each other");
    expect((await type(String.raw`add 5 Ship \@danube -c food`)).stdout).toContain("Ship @danube");
  });
});

describe("outlay category rm", () => {
  it("asks where the records go, and is undone with them", async () => {
    const { type } = await newHome();
    await type("category starter groceries rent");
    await type("add 5 Market -c groceries");
    await type("rm 1 --yes");
    await type("add 6 Market -c groceries");
    const removed = await type("category rm groceries", [true, "Rent"]);
    expect(removed.asked).toEqual(["Remove it?", "Move them to:"]);
    expect(removed.stdout).toContain("moved to Rent: 2 expenses");
    expect((await type("list -c rent")).stdout).toContain("Market");
    expect((await type("undo")).stdout).toContain("Undone: the moving of 2 records");
    expect((await type("list -c groceries --deleted")).stdout).toContain("Market");
    const script = await type("category rm groceries --yes --no-input");
    expect(script.code).toBe(6);
    expect(script.stderr).toContain("--move-to CATEGORY");
    expect((await type("category rm food --yes")).stderr).toContain("is built in");
  });

  it("is undone without records too, and so is a change", async () => {
    const { type } = await newHome();
    await type("category starter groceries");
    await type("category rename groceries Market");
    await type("category move market none");
    await type("category archive market");
    expect((await type("undo")).stdout).toBe("Undone: the change of category Market\n");
    await type("category rm market --yes");
    expect((await type("undo")).stdout).toBe("Undone: the removal of category Market\n");
    for (const change of [1, 2]) expect([change, (await type("undo")).code]).toEqual([change, 0]);
    const list = JSON.parse((await type("category list --json")).stdout) as object[];
    expect(list.at(-1)).toEqual({
      key: "GROCERIES",
      name: "Groceries",
      parent: "FOOD",
      archived: false,
      builtin: false,
    });
  });
});

it("an old rule or file whose category is gone doesn't lose an import", async () => {
  const { type, home } = await newHome();
  await type("category add Rent");
  await type("rules add landlord rent");
  await type("category rm rent --yes");
  const input = "Date,Description,Amount\n2026-11-03,Landlord,-11.00\n";
  const { code, stdout } = await typeLine(home, ["import", "-", "--json"], { input });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    imported: 1,
    unknown_categories: [{ name: "RENT", count: 1 }],
  });
  expect((await type("list")).stdout).toContain("MISCELLANEOUS");
});

it("a search for the name of a category that finds nothing tells how to list it", async () => {
  const { type } = await newHome();
  await type("category add Pets");
  await type("add 5 Rex -c pets");
  expect((await type("list pets")).stderr).toContain(
    "There is a category with that name: outlay list -c pets",
  );
});

it("an expense of an own category is saved while the server can't be reached", async () => {
  const { home } = await newHome();
  const env = { OUTLAY_SERVER: "http://127.0.0.1:1", OUTLAY_TOKEN: "a-token" };
  const words = ["add", "5", "Market", "-c", "eating out", "--offline-ok"];
  const { code, stdout, stderr } = await typeLine(home, words, { env });
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Saved .*EATING_OUT.*Market/)]);
  expect(stderr).toContain("whether there is a category EATING_OUT");
});
