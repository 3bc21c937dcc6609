import { link, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { expect, it } from "vitest";
import { nodeFileSystem } from "../file-system.ts";
import { removeGradually } from "./remove-gradually.ts";

it("removes a large file, which gets smaller before it is gone", async () => {
  const path = join(await newFolder(), "file");
  await writeFile(path, "");
  await truncate(path, 50_000_000);
  const sizes: number[] = [];
  const watched = {
    ...nodeFileSystem,
    rm: async (...args: Parameters<typeof rm>) => {
      sizes.push((await stat(path)).size);
      await rm(...args);
    },
  };
  await removeGradually(path, watched);
  expect(sizes).toHaveLength(1);
  expect(sizes[0]).toBeLessThan(10_000_000);
  await expect(stat(path)).rejects.toThrow("ENOENT");
});

it("leaves the content of a file that has another name", async () => {
  const folder = await newFolder();
  const [path, other] = [join(folder, "file"), join(folder, "other")];
  await writeFile(path, "x".repeat(20_000_000));
  await link(path, other);
  await removeGradually(path);
  await expect(stat(path)).rejects.toThrow("ENOENT");
  expect(await readFile(other)).toHaveLength(20_000_000);
});
