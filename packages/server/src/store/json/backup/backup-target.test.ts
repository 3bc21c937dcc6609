import { execFileSync } from "node:child_process";
import { lstat, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { openTestStore } from "../../../testing/test-store.ts";
import { backUp } from "./backup.ts";

async function sample() {
  const folder = await newFolder();
  const store = await openTestStore({ folder });
  await store.users.create("ada", "hash");
  await store.close();
  return { folder, fs: nodeFileSystem, clock: () => new Date() };
}

it("a backup replaces no link, pipe or folder, even if told to replace it, nor the target of a link", async () => {
  const options = await sample();
  const folder = await newFolder();
  const paths = ["link", "dangling", "pipe", "folder"].map((name) => join(folder, name));
  const [link = "", dangling = "", pipe = "", inner = ""] = paths;
  await writeFile(join(folder, "letter"), "a letter");
  await symlink("letter", link);
  await symlink("nowhere", dangling);
  execFileSync("mkfifo", [pipe]);
  await mkdir(inner);
  const before = await readdir(folder);
  for (const path of paths) {
    for (const mayReplace of [true, false]) {
      await expect(backUp({ ...options, path }, mayReplace)).rejects.toThrow(
        "isn't a regular file",
      );
    }
  }
  expect(await readdir(folder)).toEqual(before);
  expect(await readFile(link, "utf8")).toBe("a letter");
  expect((await lstat(pipe)).isFIFO()).toBe(true);
});
