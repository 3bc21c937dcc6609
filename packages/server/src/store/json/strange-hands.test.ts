/** What becomes of what is stored when somebody cuts, overwrites or appends to files of a folder that is in use. */
import { appendFile, copyFile, open, readdir, readFile, rename, truncate } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { add, afterKill, descriptionsIn, openWithBoth } from "../../testing/owned-folder.ts";

const sizeOf = async (path: string) => (await readFile(path)).length;

const cutTo = (part: (size: number) => number) => async (path: string) =>
  truncate(path, part(await sizeOf(path)));

async function overwrite(path: string, position: number, text: string): Promise<void> {
  const file = await open(path, "r+");
  await file.write(text, position);
  await file.close();
}

const overwriteMiddle = async (path: string) =>
  overwrite(path, Math.floor((await sizeOf(path)) / 2), "#");

/** As `sed -i` does: another file of the same size takes its place. */
async function replaceMiddle(path: string): Promise<void> {
  await copyFile(path, `${path}.new`);
  await overwriteMiddle(`${path}.new`);
  await rename(`${path}.new`, path);
}

async function repeatLastLine(path: string): Promise<void> {
  const [last = ""] = (await readFile(path, "utf8")).trimEnd().split("\n").slice(-1);
  await appendFile(path, `${last}\n`);
}

const deeds: [string, (path: string) => Promise<void>][] = [
  ["cut by ten bytes", cutTo((size) => size - 10)],
  ["cut to a half", cutTo((size) => Math.floor(size / 2))],
  ["cut to nothing", cutTo(() => 0)],
  ["overwritten in the middle", overwriteMiddle],
  ["replaced by one with another middle", replaceMiddle],
  ["overwritten at its start", (path) => overwrite(path, 0, "junk")],
  ["gone on with by junk", (path) => appendFile(path, "junk")],
  ["gone on with by a line of junk", (path) => appendFile(path, "junk\n")],
  ["gone on with by its last line once more", repeatLastLine],
];

const files = {
  journal: ({ journal }: { journal: string }) => journal,
  snapshot: ({ folder }: { folder: string }) => join(folder, "outlay.json"),
};

const asides = async (folder: string) =>
  (await readdir(folder)).filter((name) => name.startsWith("replaced-"));

describe.each(["journal", "snapshot"] as const)("a %s of a folder in use", (which) => {
  async function opened() {
    const data = await openWithBoth();
    await add(data.store, "Cake");
    return { ...data, path: files[which](data) };
  }

  describe.each(deeds)("that is %s", (_, spoil) => {
    it("is written anew before the next change, and kept aside", async () => {
      const { folder, store, said, path } = await opened();
      await spoil(path);
      const spoilt = await readFile(path, "utf8");
      await add(store, "Bus");
      expect(await descriptionsIn(store)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
      expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake", "Bus"]);
      const [aside = "", ...more] = await asides(folder);
      expect(more).toEqual([]);
      const name = path.slice(folder.length + 1);
      expect(await readFile(join(folder, aside, name), "utf8")).toBe(spoilt);
      expect(said).toEqual([expect.stringMatching(new RegExp(`^The ${which} .* Nothing is lost`))]);
    });

    it("is written anew when it is asked whether changes can be kept, or the owner stops", async () => {
      for (const end of ["checkWritable", "close"] as const) {
        const { folder, store, path } = await opened();
        await spoil(path);
        await store[end]();
        expect(await afterKill(folder)).toEqual(["Lunch", "Tea", "Cake"]);
      }
    });
  });
});
