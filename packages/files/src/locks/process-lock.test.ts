import { link, mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { ownIdentity } from "./process-identity.ts";
import { lockOwnerUrl, lookAtLock } from "./lock-files.ts";
import { acquireLock, LockHeld } from "./process-lock.ts";
import { temporaryName } from "../replacing/replace-file.ts";
import { deadPid, lockName as name, writeLock } from "../testing/foreign-locks.ts";

const acquire = (folder: string, label = "test", patienceMs = 10_000) =>
  acquireLock({ folder, name, label, patienceMs });

describe("a lock", () => {
  it("is held by one process at a time, however many want it", async () => {
    const folder = await newFolder();
    let holders = 0;
    let turns = 0;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const lock = await acquire(folder, "test", 60_000);
        holders += 1;
        // Gives another process enough time to take the lock too.
        for (let turn = 0; turn < 3; turn += 1) await readdir(folder);
        expect(holders).toBe(1);
        turns += 1;
        holders -= 1;
        await lock.release();
      }),
    );
    expect(turns).toBe(20);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it("doesn't belong to a late process that finds a higher number beside its own", async () => {
    const folder = await newFolder();
    const fs = {
      link: async (...given: Parameters<typeof link>) => {
        await writeLock(folder, 5, {});
        await link(...given);
      },
    };
    const late = acquireLock({ folder, name, label: "late", patienceMs: 0, fs });
    await expect(late).rejects.toThrow(LockHeld);
    expect(await readdir(folder)).toEqual(["writer.5.lock"]);
  });

  it("tells a process that waits in vain who the owner is", async () => {
    const folder = await newFolder();
    await acquire(folder, "outlay add");
    const waiting = acquire(folder, "outlay rm", 0);
    await expect(waiting).rejects.toThrow(LockHeld);
    await expect(waiting).rejects.toThrow(`held by process ${process.pid} (outlay add)`);
  });

  it("refers others to an owner that serves them, without waiting", async () => {
    const folder = await newFolder();
    const lock = await acquire(folder);
    await lock.announce("http://127.0.0.1:8000");
    expect(await lockOwnerUrl(folder, name)).toBe("http://127.0.0.1:8000");
    await expect(acquire(folder, "other", 60_000)).rejects.toMatchObject({ canBeAsked: true });
    await lock.announce(null);
    expect(await lockOwnerUrl(folder, name)).toBeUndefined();
    await expect(acquire(folder, "other", 0)).rejects.toThrow(LockHeld);
    await lock.release();
    await acquire(folder, "other", 0);
  });

  it("can be looked at without being taken, and stays unchanged", async () => {
    const folder = await newFolder();
    expect(await lookAtLock(join(folder, "nowhere"), name)).toBeUndefined();
    expect(await lookAtLock(folder, name)).toBeUndefined();
    const before = Date.now();
    const lock = await acquire(folder, "outlay add");
    const seen = await lookAtLock(folder, name);
    expect(seen?.owner).toMatchObject({ pid: process.pid, label: "outlay add", url: null });
    expect(Math.abs((seen?.seenAt.getTime() ?? 0) - before)).toBeLessThan(5000);
    expect(await lock.isHeld()).toBe(true);
    await lock.release();
    expect(await lookAtLock(folder, name)).toBeUndefined();
    await writeLock(folder, 7, { pid: await deadPid() });
    expect(await lookAtLock(folder, name)).toMatchObject({ state: "ended" });
    await writeLock(folder, 8, { place: "another-machine" });
    expect(await lookAtLock(folder, name)).toMatchObject({ state: "unknown" });
    expect((await readdir(folder)).toSorted()).toEqual([
      "writer.1.lock",
      "writer.7.lock",
      "writer.8.lock",
    ]);
  });

  it("is free when its owner has died", async () => {
    const folder = await newFolder();
    await writeLock(folder, 7, { pid: await deadPid() });
    expect(await lockOwnerUrl(folder, name)).toBeUndefined();
    await acquire(folder, "test", 0);
    expect(await readdir(folder)).toEqual(["writer.8.lock"]);
  });

  it.runIf(process.platform === "linux")(
    "is free when another process has its owner's number",
    async () => {
      const folder = await newFolder();
      const { startTicks } = ownIdentity();
      await writeLock(folder, 1, { startTicks: `${startTicks}0` });
      const lock = await acquire(folder, "test", 0);
      expect(await lock.isHeld()).toBe(true);
    },
  );

  it("is taken from an owner that can't be seen once it has been silent for eight seconds", async () => {
    const folder = await newFolder();
    await writeLock(folder, 1, { pid: await deadPid(), place: "another-machine" });
    const waiting = acquire(folder, "test", 0);
    await expect(waiting).rejects.toThrow("on a-machine");
    await expect(waiting).rejects.toMatchObject({ canBeAsked: false });
    const lock = await acquire(folder);
    expect(await lock.isHeld()).toBe(true);
  });

  it("is not taken from an owner out of sight that is alive", async () => {
    const folder = await newFolder();
    const lock = await acquire(folder);
    const [file = ""] = await readdir(folder);
    const path = join(folder, file);
    const owner = JSON.parse(await readFile(path, "utf8")) as object;
    await writeFile(path, JSON.stringify({ ...owner, place: "another-machine" }));
    await expect(acquire(folder, "test", 9500)).rejects.toThrow(LockHeld);
    expect(await lock.isHeld()).toBe(true);
  });

  it.each(["garbage", "null", "{}", '{"pid":"1"}'])(
    "that holds %j is free after a silence, and has no address",
    async (text) => {
      const folder = await newFolder();
      await writeFile(join(folder, "writer.9.lock"), text);
      expect(await lockOwnerUrl(folder, name)).toBeUndefined();
      await expect(acquire(folder, "test", 0)).rejects.toThrow("its lock can't be read");
    },
  );

  it("is not asked at an address that means this machine on another machine", async () => {
    const folder = await newFolder();
    await writeLock(folder, 1, { place: "another-machine" });
    expect(await lockOwnerUrl(folder, name)).toBeUndefined();
    await writeLock(folder, 2, {});
    expect(await lockOwnerUrl(folder, name)).toBe("http://127.0.0.1:8000");
  });

  it("is not asked at the address of a process that may have ended, unless it shows that it is alive", async () => {
    const folder = await newFolder();
    // Only Linux can tell a number from the same number used again.
    await writeLock(folder, 1, { startTicks: null });
    expect(await lockOwnerUrl(folder, name)).toBe("http://127.0.0.1:8000");
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(join(folder, `${name}.1.lock`), longAgo, longAgo);
    expect(await lockOwnerUrl(folder, name)).toBeUndefined();
    await expect(acquire(folder, "test", 0)).rejects.toMatchObject({ canBeAsked: false });
    const lock = await acquire(folder);
    expect(await lock.isHeld()).toBe(true);
  });

  it("knows when it was taken from an owner that seemed dead", async () => {
    const folder = await newFolder();
    const lock = await acquire(folder);
    await writeLock(folder, 2, {});
    expect(await lock.isHeld()).toBe(false);
    await rm(join(folder, "writer.1.lock"));
    await lock.release();
  });

  it("has no owner in a folder that doesn't exist", async () => {
    expect(await lockOwnerUrl(join(await newFolder(), "nowhere"), name)).toBeUndefined();
  });

  it("lets its taker clear away unfinished files of killed processes", async () => {
    const folder = await newFolder();
    const [old, young] = [temporaryName(join(folder, "x")), temporaryName(join(folder, "x"))];
    for (const path of [old, young, join(folder, ".mine.tmp")]) await writeFile(path, "");
    const odd = temporaryName(join(folder, "folder"));
    await mkdir(odd);
    const longAgo = new Date(Date.now() - 120_000);
    for (const path of [old, odd]) await utimes(path, longAgo, longAgo);
    await acquire(folder);
    const left = await readdir(folder);
    expect(left.toSorted()).toEqual(
      [basename(young), basename(odd), ".mine.tmp", "writer.1.lock"].toSorted(),
    );
  });
});
