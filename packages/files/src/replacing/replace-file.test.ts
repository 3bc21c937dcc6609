import { execFileSync } from "node:child_process";
import {
  chmod,
  type FileHandle,
  lstat,
  readdir,
  readFile,
  stat,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { basename, join } from "node:path";
import { newFolder } from "@outlay/testing";
import { expect, it } from "vitest";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";
import { NoPlainFile } from "./no-plain-file.ts";
import {
  removeAbandonedTemporaries,
  removeTemporaries,
  replaceFile,
  temporaryName,
} from "./replace-file.ts";

it("replaces the old content by the new, for its owner alone", async () => {
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

it("replaces no link, folder or pipe, nor the target of a link", async () => {
  const folder = await newFolder();
  const [target, pipe] = [join(folder, "target"), join(folder, "pipe")];
  const [link, dangling] = [join(folder, "link"), join(folder, "dangling")];
  await writeFile(target, "old");
  await symlink(target, link);
  await symlink(join(folder, "nowhere"), dangling);
  execFileSync("mkfifo", [pipe]);
  const before = (await readdir(folder)).toSorted();
  for (const path of [link, dangling, pipe, folder]) {
    const replacing = replaceFile(path, (file) => file.writeFile("new"));
    await expect(replacing).rejects.toThrow(NoPlainFile);
  }
  expect((await readdir(folder)).toSorted()).toEqual(before);
  expect((await lstat(link)).isSymbolicLink()).toBe(true);
  expect((await lstat(pipe)).isFIFO()).toBe(true);
  expect(await readFile(target, "utf8")).toBe("old");
});

/** The real file system, which reports every step that decides what a power cut leaves behind. */
function watchedDisk(
  onStep: (step: string) => void,
  nameOf: (path: unknown) => string,
): FileSystem {
  const watched = (handle: FileHandle, name: string): FileHandle =>
    new Proxy(handle, {
      get(target, property) {
        const value: unknown = Reflect.get(target, property, target);
        if (typeof value !== "function") return value;
        if (property === "sync" || property === "writeFile") onStep(`${property} ${name}`);
        return value.bind(target) as unknown;
      },
    });
  return {
    ...nodeFileSystem,
    open: async (...given: Parameters<FileSystem["open"]>) =>
      watched(await nodeFileSystem.open(...given), nameOf(given[0])),
    rename: async (from, to) => {
      onStep(`rename ${nameOf(from)} to ${nameOf(to)}`);
      await nodeFileSystem.rename(from, to);
    },
  };
}

it("syncs the content before the rename, and the rename before it ends", async () => {
  const folder = await newFolder();
  const path = join(folder, "file");
  const steps: string[] = [];
  const nameOf = (named: unknown) =>
    named === path ? "file" : named === folder ? "folder" : "temporary";
  const disk = watchedDisk((step) => steps.push(step), nameOf);

  await replaceFile(path, (file) => file.writeFile("new"), disk);

  expect(steps).toEqual([
    "writeFile temporary",
    "sync temporary",
    "rename temporary to file",
    "sync folder",
  ]);
});

/**
 * A folder with files of other programs, and with temporary files for two names that were touched
 * long ago.
 */
async function folderOfTemporaries() {
  const folder = await newFolder();
  const [own, other] = ["own.json", "other.json"].map((name) => temporaryName(join(folder, name)));
  const paths = [own ?? "", other ?? "", join(folder, "own.json"), join(folder, ".own.json.tmp")];
  const nowMs = Date.now();
  const longAgo = new Date(nowMs - 120_000);
  for (const path of paths) {
    await writeFile(path, "");
    await utimes(path, longAgo, longAgo);
  }
  return { folder, own: own ?? "", paths, nowMs };
}

const isLeftOf = async (paths: readonly string[], folder: string): Promise<boolean[]> => {
  const names = await readdir(folder);
  return paths.map((path) => names.includes(basename(path)));
};

it("removes the temporary files for the given names, and nothing else", async () => {
  const { folder, paths } = await folderOfTemporaries();
  await removeTemporaries(folder, (name) => name === "own.json");
  expect(await isLeftOf(paths, folder)).toEqual([false, true, true, true]);
});

it("removes temporary files that were untouched for a minute, of one name or of all", async () => {
  const { folder, paths, own, nowMs } = await folderOfTemporaries();
  const young = temporaryName(join(folder, "own.json"));
  await writeFile(young, "");
  await removeAbandonedTemporaries(folder, nowMs, "own.json");
  expect(await isLeftOf([...paths, young], folder)).toEqual([false, true, true, true, true]);
  await writeFile(own, "");
  await removeAbandonedTemporaries(folder, nowMs);
  expect(await isLeftOf([...paths, young], folder)).toEqual([true, false, true, true, true]);
});
