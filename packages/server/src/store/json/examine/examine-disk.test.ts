/** Examining a data folder tells whether its disk can be written to, and how much space is left. */
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type FileSystem, nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { faultyDisk } from "../../../testing/faulty-disk.ts";
import { checksNamed, look, sampleFolder } from "../../../testing/sample-folder.ts";

/** A disk with this much free space for the user. */
const withFree = (freeBytes: number, blocks = 1e9): FileSystem => ({
  ...nodeFileSystem,
  statfs: (() =>
    Promise.resolve({
      bavail: freeBytes / 512,
      bsize: 512,
      blocks,
    })) as unknown as FileSystem["statfs"],
});

describe("writing", () => {
  it.each([
    ["write", "ENOSPC", "the disk is full"],
    ["sync", "EDQUOT", "the disk is full"],
    ["open", "EROFS", "read-only"],
    ["open", "EACCES", "you don't have permission"],
    ["sync", "EIO", "No file can be written (EIO)"],
    ["rm", "EIO", "No file can be written (EIO)"],
  ])("that fails at %s with %s is a fault", async (step, code, words) => {
    const folder = await sampleFolder();
    const disk = faultyDisk();
    disk.fail((_number, name) => name === step, { code });
    const checks = await checksNamed("writing", folder, { fs: disk.fs });
    expect(checks).toMatchObject([{ state: "fault" }]);
    expect(checks[0]?.message).toContain(words);
  });

  it("leaves nothing behind when it fails", async () => {
    const folder = await sampleFolder();
    const before = await readdir(folder);
    const disk = faultyDisk();
    disk.fail((_number, name) => name === "sync");
    await look(folder, { fs: disk.fs });
    expect(await readdir(folder)).toEqual(before);
  });
});

describe("the space", () => {
  const spare = 16 * 1024 * 1024;

  it("must suffice for another snapshot and 16 MiB", async () => {
    const folder = await sampleFolder();
    const { size } = await stat(join(folder, "outlay.json"));
    const enough = await checksNamed("space", folder, { fs: withFree(spare + size) });
    expect(enough).toEqual([
      { check: "space", state: "ok", message: "17 MB are free.", hint: null },
    ]);
    const short = await checksNamed("space", folder, { fs: withFree(spare + size - 1) });
    expect(short).toMatchObject([
      { state: "fault", message: expect.stringContaining("Only 17 MB are free") as string },
    ]);
  });

  it("that a file system doesn't report is worth a note", async () => {
    const folder = await sampleFolder();
    const checks = await checksNamed("space", folder, { fs: withFree(0, 0) });
    expect(checks).toMatchObject([{ state: "note" }]);
  });
});
