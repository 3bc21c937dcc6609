import { chmod, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { replaceFile } from "./replace-file.ts";
import { newFolder } from "./testing/new-folder.ts";

it("puts the new content in the old one's place, for its owner alone", async () => {
  const path = join(await newFolder(), "file");
  await writeFile(path, "old");
  await chmod(path, 0o644);

  await replaceFile(path, (file) => file.writeFile("new"));

  expect(await readFile(path, "utf8")).toBe("new");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

it("leaves the old content and nothing else when writing fails", async () => {
  const folder = await newFolder();
  const path = join(folder, "file");
  await writeFile(path, "old");

  const failing = replaceFile(path, async (file) => {
    await file.write("ne");
    throw new Error("disk full");
  });

  await expect(failing).rejects.toThrow("disk full");
  expect(await readFile(path, "utf8")).toBe("old");
  expect(await readdir(folder)).toEqual(["file"]);
});
