import { readFile, stat, writeFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { newMachine } from "../testing/new-machine.ts";

describe("the notes of changes", () => {
  it("are separate for each user", async () => {
    const { type } = await newMachine();
    const env = { OUTLAY_USERNAME: "grace", OUTLAY_PASSWORD: "correct-Horse-77-battery" };
    await type("register --server local", { env });
    await type("logout");
    await type("add 2 Water -c food");
    await type("add 3 Bread -c food", { env });
    expect((await type("undo")).stdout).toContain("Water");
    expect(await type("undo")).toMatchObject({ code: 5 });
    expect((await type("undo", { env })).stdout).toContain("Bread");
  });

  it("lose nothing if many are made at once, and are private", async () => {
    const { type, changesPath, descriptions } = await newMachine();
    await type("add 1 First -c food");
    await Promise.all(["a", "b", "c", "d", "e"].map((name) => type(`add 1 ${name} -c food`)));
    expect((await stat(changesPath)).mode & 0o777).toBe(0o600);
    const undone = await Promise.all(Array.from({ length: 5 }, () => type("undo")));
    expect(undone.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    expect(await descriptions()).toEqual(["First"]);
  });

  it("cause only a warning if they can't be written", async () => {
    const { type, changesPath, descriptions } = await newMachine();
    await writeFile(changesPath, "{");
    expect(await type("add 1 Tea -c food")).toMatchObject({
      code: 0,
      stdout: "Recorded expense 1: 1.00  FOOD  2026-11-22  Tea\n",
      stderr: `outlay: The change was made, but outlay undo could not record it: ${changesPath} can't be used: it is not JSON.\n`,
    });
    expect(await descriptions()).toEqual(["Tea"]);
    expect(await type("undo")).toMatchObject({ code: 2, stdout: "" });
    expect(await readFile(changesPath, "utf8")).toBe("{");
  });
});
