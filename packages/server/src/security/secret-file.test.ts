import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DataDamaged, StorageUnavailable } from "../store/store-errors.ts";
import { newFolder } from "@outlay/testing";
import { examineSecret, loadOrMakeSecret } from "./secret-file.ts";

it("the key is created once for its owner alone, even by many processes at once", async () => {
  const folder = await newFolder();
  const secrets = await Promise.all(Array.from({ length: 10 }, () => loadOrMakeSecret(folder)));
  expect(new Set(secrets.map(({ secret }) => secret)).size).toBe(1);
  expect(secrets[0]?.secret).toMatch(/^[\w-]{64}$/);
  expect(await loadOrMakeSecret(folder)).toEqual(secrets[0]);
  expect((await stat(join(folder, "jwt-secret"))).mode & 0o777).toBe(0o600);
});

it("a damaged key is never replaced", async () => {
  const folder = await newFolder();
  const path = join(folder, "jwt-secret");
  await writeFile(path, "short");
  await expect(loadOrMakeSecret(folder)).rejects.toThrow(DataDamaged);
  expect(await readFile(path, "utf8")).toBe("short");
});

it("an unreadable key is refused with its file's name", async () => {
  const folder = await newFolder();
  const path = join(folder, "jwt-secret");
  await mkdir(path);
  const loading = loadOrMakeSecret(folder);
  await expect(loading).rejects.toThrow(StorageUnavailable);
  await expect(loading).rejects.toThrow(`${path} can't be read (EISDIR).`);
});

describe("the examined key", () => {
  it("is fine if it exists, and worth a note if it is missing beside data", async () => {
    const folder = await newFolder();
    expect(await examineSecret(folder, false)).toMatchObject({ state: "ok" });
    expect(await examineSecret(folder, true)).toMatchObject({ state: "note" });
    await loadOrMakeSecret(folder);
    expect(await examineSecret(folder, true)).toMatchObject({ state: "ok" });
  });

  it("is a fault if it is too short", async () => {
    const folder = await newFolder();
    const path = join(folder, "jwt-secret");
    await writeFile(path, "hunter2\n");
    expect(await examineSecret(folder, true)).toEqual({
      check: "secret",
      state: "fault",
      message: `${path} holds no key of at least 32 characters.`,
      hint: `Remove it, and a new one will be created; everybody must then log in again: rm ${path}`,
    });
  });

  it("is a fault if it can't be read", async () => {
    const folder = await newFolder();
    const path = join(folder, "jwt-secret");
    await mkdir(path);
    expect(await examineSecret(folder, true)).toMatchObject({
      state: "fault",
      message: `${path} can't be read (EISDIR).`,
    });
  });
});
