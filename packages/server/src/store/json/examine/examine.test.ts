/** Examining a data folder tells whether only its owner has access, and changes nothing. */
import { chmod, chown, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type FileSystem, nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import {
  checksNamed,
  journalName,
  look,
  sampleFolder,
  uid,
} from "../../../testing/sample-folder.ts";
import { lunch, openTestStore } from "../../../testing/test-store.ts";

/** A file system that gives altered stats for some files. */
const withStats = (change: (path: string) => object): FileSystem => ({
  ...nodeFileSystem,
  stat: (async (path: string, ...more: []) =>
    Object.assign(await stat(path, ...more), change(path))) as FileSystem["stat"],
});

/** Everything that can be seen of a folder from outside. */
async function seenOf(folder: string) {
  const names = await readdir(folder);
  const files = names.map(async (name) => {
    const { ino, mode, mtimeMs } = await stat(join(folder, name));
    return { name, ino, mode, mtimeMs, text: await readFile(join(folder, name), "latin1") };
  });
  return Promise.all(files);
}

describe("a folder that is as it should be", () => {
  it("is fine in every respect, and stays unchanged", async () => {
    const folder = await sampleFolder();
    const before = await seenOf(folder);
    const { checks, isReadable, hasData } = await look(folder);
    expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual([
      "folder",
      "writing",
      "space",
      "files",
      "data",
      "format",
      "journal",
      "leftovers",
      "lock",
    ]);
    expect({ isReadable, hasData }).toEqual({ isReadable: true, hasData: true });
    expect(await seenOf(folder)).toEqual(before);
  });

  it("is fine while a server owns it, and the server goes on", async () => {
    const folder = await sampleFolder();
    const store = await openTestStore({ folder });
    await store.announce("http://127.0.0.1:8000");
    const { checks } = await look(folder);
    expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
    await store.expenses.create(1, lunch);
    await store.close();
  });

  it("is fine where files have neither owners nor modes", async () => {
    const folder = await sampleFolder();
    await chmod(folder, 0o755);
    await chmod(join(folder, "outlay.json"), 0o644);
    const { checks } = await look(folder, { uid: undefined });
    expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
  });
});

describe("the folder", () => {
  it("that doesn't exist is worth a note, and nothing else is looked at", async () => {
    const folder = join(await newFolder(), "data");
    const { checks, isReadable } = await look(folder);
    expect(checks).toEqual([
      expect.objectContaining({
        check: "folder",
        state: "note",
        message: `Nothing has been recorded yet; ${folder} doesn't exist.`,
      }),
    ]);
    expect(isReadable).toBe(false);
  });

  it.each([
    ["is a file", ""],
    ["is in a file", "/data"],
  ])("that %s is a fault", async (_what, rest) => {
    const path = join(await newFolder(), "file");
    await writeFile(path, "");
    const { checks, isReadable } = await look(`${path}${rest}`);
    expect(checks).toMatchObject([{ check: "folder", state: "fault" }]);
    expect(checks[0]?.message).toBe(`${path}${rest} is not a folder.`);
    expect(isReadable).toBe(false);
  });

  it.each(["755", "750", "701", "500"])(
    "with the mode %s is a fault, with the command that repairs it",
    async (mode) => {
      const folder = await sampleFolder();
      await chmod(folder, Number.parseInt(mode, 8));
      expect(await checksNamed("folder", folder)).toMatchObject([
        { state: "fault", hint: `Close it with: chmod 700 ${folder}` },
      ]);
      await chmod(folder, 0o700);
    },
  );

  it("is quoted for a shell in such a command", async () => {
    const folder = join(await newFolder(), "Ada's data");
    await rename(await sampleFolder(), folder);
    await chmod(folder, 0o755);
    const [check] = await checksNamed("folder", folder);
    expect(check?.hint).toMatch(/chmod 700 '.*\/Ada'\\''s data'$/);
  });

  it("that belongs to another user is a fault", async () => {
    const folder = await sampleFolder();
    expect(await checksNamed("folder", folder, { uid: uid + 1 })).toMatchObject([
      {
        state: "fault",
        message: `${folder} belongs to user ${uid}, not to you.`,
        hint: `If it should be yours, take it over with: sudo chown -R ${uid + 1} ${folder}`,
      },
    ]);
  });

  it.each([
    ["755", "has the mode 755"],
    ["700", "can't be read (EACCES)"],
  ])(
    "with the mode %s, which makes it unreadable, is one fault, and no more",
    async (mode, words) => {
      const folder = await sampleFolder();
      await chmod(folder, Number.parseInt(mode, 8));
      const disk = faultyDisk();
      disk.fail((_number, name) => name === "readdir", { code: "EACCES" });
      const { checks, isReadable } = await look(folder, { fs: disk.fs });
      expect(checks).toMatchObject([{ check: "folder", state: "fault" }]);
      expect(checks[0]?.message).toContain(words);
      expect(isReadable).toBe(false);
    },
  );

  it("that belongs to another user is worth a note to root", async () => {
    const folder = await sampleFolder();
    if (uid === 0) await chown(folder, 4321, 4321);
    const checks = await checksNamed("folder", folder, { uid: 0 });
    expect(checks).toMatchObject([{ state: "note" }]);
    expect(checks[0]?.message).toMatch(/belongs to user \d+, and you are root/);
  });
});

describe("the files", () => {
  it("that other users have access to are a fault, with the command that repairs it", async () => {
    const folder = await sampleFolder();
    const [data, secret, kept] = ["outlay.json", "jwt-secret", "replaced-x"].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    await mkdir(kept, { mode: 0o700 });
    await chmod(data, 0o644);
    await chmod(secret, 0o620);
    await chmod(kept, 0o755);
    expect(await checksNamed("files", folder)).toEqual([
      {
        check: "files",
        state: "fault",
        message: "jwt-secret, outlay.json and replaced-x are open to other users.",
        hint: `Close them with: chmod 600 ${secret} ${data} && chmod 700 ${kept}`,
      },
    ]);
  });

  it("that the folder's owner doesn't own are a fault", async () => {
    const folder = await sampleFolder();
    const path = join(folder, journalName);
    const fs = withStats((asked) => (asked === path ? { uid: uid + 1 } : {}));
    expect(await checksNamed("files", folder, { fs })).toMatchObject([
      { state: "fault", hint: `Take them back with: sudo chown ${uid} ${path}` },
    ]);
  });

  it("that the system refuses access to are a fault", async () => {
    const folder = await sampleFolder();
    const path = join(folder, "jwt-secret");
    const fs = withStats((asked) => {
      if (asked !== path) return {};
      throw Object.assign(new Error("EACCES"), { code: "EACCES" });
    });
    expect(await checksNamed("files", folder, { fs })).toMatchObject([
      {
        state: "fault",
        message: "The system refuses access to it (EACCES).",
        hint: `See who owns it with: ls -la ${folder}`,
      },
    ]);
  });

  it("may disappear while they are looked at", async () => {
    const folder = await sampleFolder();
    const fs = {
      ...nodeFileSystem,
      readdir: (async (path: string) => [
        ...(await readdir(path)),
        "gone",
      ]) as unknown as FileSystem["readdir"],
    };
    expect(await checksNamed("files", folder, { fs })).toMatchObject([{ state: "ok" }]);
  });
});
