import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ownIdentity } from "./process-identity.ts";
import { acquireLock, LockHeld, lockOwner } from "./process-lock.ts";

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "outlay-lock-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

const name = "writer";
const acquire = (folder: string, label = "test", patienceMs = 10_000) =>
  acquireLock({ folder, name, label, patienceMs });

/** The number of a process that has ended. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "close");
  return child.pid ?? 0;
}

const writeLock = (folder: string, number: number, owner: object) =>
  writeFile(
    join(folder, `${name}.${number}.lock`),
    JSON.stringify({ host: hostname(), label: "other", url: null, startedAs: null, ...owner }),
  );

describe("a lock", () => {
  it("is held by one at a time, however many want it", async () => {
    const folder = await newFolder();
    let holders = 0;
    let turns = 0;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        const lock = await acquire(folder, "test", 60_000);
        holders += 1;
        expect(holders).toBe(1);
        await Promise.resolve();
        turns += 1;
        holders -= 1;
        await lock.release();
      }),
    );
    expect(turns).toBe(20);
    expect(await readdir(folder)).toHaveLength(1);
  });

  it("names its owner to those that wait in vain", async () => {
    const folder = await newFolder();
    await acquire(folder, "outlay add");
    const waiting = acquire(folder, "outlay rm", 0);
    await expect(waiting).rejects.toThrow(LockHeld);
    await expect(waiting).rejects.toThrow(`held by process ${process.pid} (outlay add)`);
  });

  it("sends those that want it to an owner that serves others, without waiting", async () => {
    const folder = await newFolder();
    const lock = await acquire(folder);
    await lock.announce("http://127.0.0.1:8000");
    expect(await lockOwner(folder, name)).toMatchObject({ url: "http://127.0.0.1:8000" });
    await expect(acquire(folder, "other", 60_000)).rejects.toThrow(LockHeld);
    await lock.release();
    expect(await lockOwner(folder, name)).toBeUndefined();
  });

  it("is free when its owner has died", async () => {
    const folder = await newFolder();
    await writeLock(folder, 7, { pid: await deadPid() });
    expect(await lockOwner(folder, name)).toBeUndefined();
    await acquire(folder, "test", 0);
    expect(await readdir(folder)).toEqual(["writer.8.lock"]);
  });

  it.runIf(process.platform === "linux")(
    "is free when its owner's number has gone to another process",
    async () => {
      const folder = await newFolder();
      const { startedAs } = await ownIdentity();
      await writeLock(folder, 1, { pid: process.pid, startedAs: `${startedAs}0` });
      await acquire(folder, "test", 0);
      expect(await lockOwner(folder, name)).toMatchObject({ startedAs, label: "test" });
    },
  );

  it("is not taken from a machine that can't be seen from here", async () => {
    const folder = await newFolder();
    await writeLock(folder, 1, { pid: await deadPid(), host: "another-machine" });
    await expect(acquire(folder, "test", 0)).rejects.toThrow("on another-machine");
  });

  it("has no owner in a folder that isn't there", async () => {
    expect(await lockOwner(join(await newFolder(), "nowhere"), name)).toBeUndefined();
  });
});
