import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { acquireLock } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { checksNamed } from "../../../testing/sample-folder.ts";
import { findStoreServer } from "../../open-store.ts";
import { writerLock } from "../folder/folder-lock.ts";

const url = "http://127.0.0.1:8000";

/** A folder that this process holds. */
async function heldFolder() {
  const folder = await newFolder();
  const request = { folder, name: writerLock, label: "outlay serve", patienceMs: 0 };
  const lock = await acquireLock(request);
  const [name = ""] = await readdir(folder);
  return { folder, lock, path: join(folder, name) };
}

/** Rewrites the lock as if it belonged to another process. */
async function rewrite(path: string, change: object): Promise<void> {
  const owner = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...owner, ...change }));
}

async function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", "0"]);
  await once(child, "close");
  return child.pid ?? 0;
}

/** An hour ago, in whole seconds, which every file system keeps. */
const longAgo = new Date((Math.floor(Date.now() / 1000) - 3600) * 1000);

describe("the lock", () => {
  it("is free if nobody has taken it, or it was released", async () => {
    const free = [{ state: "ok", message: "Free; nobody is writing." }];
    expect(await checksNamed("lock", await newFolder())).toMatchObject(free);
    const { folder, lock } = await heldFolder();
    await lock.release();
    expect(await checksNamed("lock", folder)).toMatchObject(free);
  });

  it("is a fault if it isn't a file", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "writer.1.lock"));
    const fault = {
      state: "fault",
      message: expect.stringMatching(/lock is a folder, not a file/),
    };
    expect(await checksNamed("lock", folder)).toMatchObject([fault]);
    await expect(findStoreServer(folder)).rejects.toThrow(
      /^writer\.1\.lock in the data folder is a/,
    );
  });

  it("names its holder, and the address at which that one serves", async () => {
    const { folder, lock } = await heldFolder();
    const held = `Held by process ${process.pid} (outlay serve) on `;
    const [before] = await checksNamed("lock", folder);
    expect(before).toMatchObject({ state: "ok", hint: null });
    expect(before?.message).toContain(held);
    await lock.announce(url);
    const [serving] = await checksNamed("lock", folder);
    expect(serving?.message).toContain(held);
    expect(serving?.message).toContain(`, which serves at ${url}.`);
    await lock.release();
  });

  it("of a process that has ended is worth a note, and delays nobody", async () => {
    const { folder, path } = await heldFolder();
    const pid = await endedPid();
    await rewrite(path, { pid });
    const [check] = await checksNamed("lock", folder);
    expect(check).toMatchObject({
      state: "note",
      hint: expect.stringContaining("delays nobody") as string,
    });
    expect(check?.message).toContain(`Left by process ${pid} (outlay serve)`);
  });

  it.runIf(process.platform === "linux")(
    "of a running but silent process is worth a note, with the command that ends it",
    async () => {
      const { folder, path } = await heldFolder();
      await utimes(path, longAgo, longAgo);
      const [check] = await checksNamed("lock", folder);
      expect(check?.message).toContain(`sign of life at ${longAgo.toISOString()}`);
      expect(check).toMatchObject({
        state: "note",
        hint: expect.stringMatching(new RegExp(`: kill ${process.pid}$`)) as string,
      });
    },
  );

  it("of a process elsewhere is fine while that process is alive", async () => {
    const { folder, path } = await heldFolder();
    await rewrite(path, { place: "elsewhere", host: "nas" });
    const [check] = await checksNamed("lock", folder);
    expect(check?.state).toBe("ok");
    expect(check?.message).toContain("on nas; it can't be seen from here, but it is alive.");
    await utimes(path, longAgo, longAgo);
    expect(await checksNamed("lock", folder)).toMatchObject([
      { state: "note", hint: expect.stringContaining("eight seconds") as string },
    ]);
  });

  it("that can't be read is reported all the same", async () => {
    const { folder, path } = await heldFolder();
    await writeFile(path, "garbage");
    const [check] = await checksNamed("lock", folder);
    expect(check?.message).toContain("its lock can't be read");
  });
});
