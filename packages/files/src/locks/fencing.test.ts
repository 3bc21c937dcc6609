/** The new owner of a lock makes a former owner harmless that may only have been stalled. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { NoHardLinks } from "../replacing/hard-link.ts";
import { acquireLock } from "./process-lock.ts";
import { deadPid, lockName as name, writeLock } from "../testing/foreign-locks.ts";

/** Takes a lock over at once from an owner that can't be seen. */
const acquireFromSilent = (folder: string, fence?: () => Promise<void>) =>
  acquireLock({
    folder,
    name,
    label: "test",
    patienceMs: 0,
    silenceMs: 0,
    ...(fence && { fence }),
  });

const failing = () => Promise.reject(new Error("disk full"));

describe("a lock", () => {
  it("is fenced off from a former owner that can't be seen before anything else is done", async () => {
    const folder = await newFolder();
    const seen: string[][] = [];
    const fence = async () => void seen.push((await readdir(folder)).toSorted());
    await writeLock(folder, 1, { place: "another-machine" });
    const lock = await acquireFromSilent(folder, fence);
    expect(seen).toEqual([["writer.1.lock", "writer.2.lock"]]);
    expect(await readdir(folder)).toEqual(["writer.2.lock"]);
    await lock.release();
    await acquireFromSilent(folder, fence);
    expect(seen).toHaveLength(1);
  });

  it("is not fenced off from an owner that has certainly ended", async () => {
    const folder = await newFolder();
    await writeLock(folder, 1, { pid: await deadPid() });
    expect(await (await acquireFromSilent(folder, failing)).isHeld()).toBe(true);
  });

  it("stays with a former owner that can't be fenced off, and the next taker has to try again", async () => {
    const folder = await newFolder();
    await writeLock(folder, 1, { place: "another-machine" });
    await expect(acquireFromSilent(folder, failing)).rejects.toThrow("disk full");
    expect(await readdir(folder)).toEqual(["writer.1.lock"]);
    // A process of this machine that died while taking over.
    await writeLock(folder, 2, { pid: await deadPid() });
    let fences = 0;
    await acquireFromSilent(folder, () => Promise.resolve(void (fences += 1)));
    expect(fences).toBe(1);
    expect(await readdir(folder)).toEqual(["writer.3.lock"]);
  });

  it("stays with its taker when its former owner releases it", async () => {
    const folder = await newFolder();
    const lock = await acquireFromSilent(folder);
    const taken = join(folder, "writer.1.lock");
    const before = await readFile(taken, "utf8");
    await writeLock(folder, 2, {});
    await lock.release();
    expect(await readFile(taken, "utf8")).toBe(before);
  });

  it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP"])(
    "says that hard links are missing (%s), and leaves no file behind",
    async (code) => {
      const folder = await newFolder();
      const fs = { link: () => Promise.reject(Object.assign(new Error(code), { code })) };
      const acquiring = acquireLock({ folder, name, label: "test", patienceMs: 0, fs });
      await expect(acquiring).rejects.toThrow(NoHardLinks);
      await expect(acquiring).rejects.toThrow(`its file system has no hard links (${code})`);
      expect(await readdir(folder)).toEqual([]);
    },
  );
});
