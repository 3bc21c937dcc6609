import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { DataDamaged } from "../store/store-errors.ts";
import { newFolder } from "../testing/new-folder.ts";
import { loadOrMakeSecret } from "./secret-file.ts";

it("is made once, even by many that start at once, for its owner alone", async () => {
  const folder = await newFolder();
  const secrets = await Promise.all(Array.from({ length: 10 }, () => loadOrMakeSecret(folder)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toMatch(/^[\w-]{64}$/);
  expect(await loadOrMakeSecret(folder)).toBe(secrets[0]);
  expect((await stat(join(folder, "jwt-secret"))).mode & 0o777).toBe(0o600);
});

it("is never replaced when it is damaged", async () => {
  const folder = await newFolder();
  const path = join(folder, "jwt-secret");
  await writeFile(path, "short");
  await expect(loadOrMakeSecret(folder)).rejects.toThrow(DataDamaged);
  expect(await readFile(path, "utf8")).toBe("short");
});
