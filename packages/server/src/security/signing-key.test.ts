import { EventEmitter, once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { StorageUnavailable } from "../store/store-errors.ts";
import { signingKey } from "./signing-key.ts";

async function trial(code: string, own = true) {
  const dataFolder = await newFolder();
  const disk = faultyDisk();
  disk.fail((_, name) => name === "open" || name === "write", { code });
  const said: string[] = [];
  const report = (message: string) => said.push(message);
  const events = new EventEmitter();
  const link: FileSystem["link"] = async (from, to) => {
    await disk.fs.link(from, to);
    events.emit("linked");
  };
  const fs = { ...disk.fs, link };
  const key = signingKey({ dataFolder, jwtSecret: undefined, own, report, fs });
  return { key, dataFolder, disk, said, linked: () => once(events, "linked") };
}

describe("a key on a disk that isn't writable", () => {
  it.each(["ENOSPC", "EDQUOT", "EROFS"])(
    "is valid as long as the process, with a warning, and is saved with the first change: %s",
    async (code) => {
      const { key, dataFolder, disk, said, linked } = await trial(code);
      const secret = await key.load();
      expect(secret).toMatch(/^[\w-]{64}$/);
      expect(said).toEqual([expect.stringContaining("everybody must log in again afterwards")]);
      disk.fail(() => false);
      key.onWrite({ tookMs: 1, changes: 0 });
      expect(await readdir(dataFolder)).toEqual([]);
      const isLinked = linked();
      key.onWrite({ tookMs: 1, changes: 1 });
      await isLinked;
      expect(await readFile(join(dataFolder, "jwt-secret"), "utf8")).toBe(`${secret}\n`);
      expect(said).toHaveLength(1);
    },
  );

  it("gives no warning in a command, which logs in with it and ends", async () => {
    const { key, said } = await trial("EROFS", false);
    await key.load();
    expect(said).toEqual([]);
  });

  it("is refused for any other reason", async () => {
    const { key } = await trial("EACCES");
    await expect(key.load()).rejects.toThrow(StorageUnavailable);
  });
});
