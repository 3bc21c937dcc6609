import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { typeLine } from "../../testing/type-line.ts";

async function withLunch(): Promise<string> {
  const home = await newFolder();
  await typeLine(home, ["add", "3", "Lunch", "-c", "food", "-t", "work"]);
  return home;
}

describe("a text without matches", () => {
  it.each(["work", "#work", "Work"])("gets a hint if it is a tag: %s", async (word) => {
    const home = await withLunch();
    const list = await typeLine(home, ["list", word]);
    expect(list.stderr).toBe(
      "No expenses match.\nThere is a tag with that name: outlay list -t work\n",
    );
    const report = await typeLine(home, ["report", word]);
    expect(report.stderr).toBe("There is a tag with that name: outlay report -t work\n");
  });

  it.each(["cinema", "two words", "%", "#"])("gets no hint otherwise: %s", async (word) => {
    const { stderr } = await typeLine(await withLunch(), ["list", "-q", word]);
    expect(stderr).toBe("No expenses match.\n");
  });

  it("gets no hint if it has matches, or for a program", async () => {
    const home = await withLunch();
    await typeLine(home, ["add", "4", "Work shoes", "-c", "misc"]);
    expect((await typeLine(home, ["list", "work"])).stderr).toBe("");
    expect((await typeLine(home, ["list", "work", "-c", "data", "--json"])).stderr).toBe("");
  });
});
