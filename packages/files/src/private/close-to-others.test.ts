import { execFileSync } from "node:child_process";
import { chmod, mkdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { closeToOthers, type PrivatePlace } from "./close-to-others.ts";

const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

/** The messages given when a place is closed. */
async function close(place: PrivatePlace, uid = process.getuid?.()): Promise<string[]> {
  const said: string[] = [];
  await closeToOthers(place, { uid, warn: (message) => said.push(message) });
  return said;
}

async function openFile(mode = 0o646): Promise<string> {
  const path = join(await newFolder(), "file");
  await writeFile(path, "");
  await chmod(path, mode);
  return path;
}

describe("a place that is open to other users", () => {
  it("is closed to them, and says so once", async () => {
    const path = await openFile();
    const advice = "Make another.";
    expect(await close({ path, advice })).toEqual([
      `${path} was open to other users (mode 646); changed to 600. Make another.`,
    ]);
    expect(await modeOf(path)).toBe("600");
    expect(await close({ path, advice })).toEqual([]);
    const folder = join(await newFolder(), "folder");
    await mkdir(folder);
    await chmod(folder, 0o770);
    expect(await close({ path: folder })).toHaveLength(1);
    expect(await modeOf(folder)).toBe("700");
  });

  it("stays open behind a link, with a warning if it is a secret", async () => {
    const target = await openFile();
    const path = join(await newFolder(), "link");
    await symlink(target, path);
    expect(await close({ path })).toEqual([]);
    expect(await close({ path, advice: "Make another." })).toEqual([
      `${path} is open to other users (mode 646) and was left as it is. Try: chmod 600 ${path}`,
    ]);
    expect(await modeOf(target)).toBe("646");
  });

  it("stays open if it belongs to another user, with a warning if it is a secret", async () => {
    const path = await openFile(0o644);
    const other = (process.getuid?.() ?? 0) + 1000;
    expect(await close({ path }, other)).toEqual([]);
    expect(await close({ path, advice: "Make another." }, other)).toHaveLength(1);
    expect(await modeOf(path)).toBe("644");
  });

  it("is ignored if it is a pipe or a device, or doesn't exist", async () => {
    // Not a device: if this test failed as root, it would close a device to everybody else on the
    // machine.
    const pipe = join(await newFolder(), "pipe");
    execFileSync("mkfifo", ["-m", "666", pipe]);
    expect(await close({ path: pipe, advice: "Make another." })).toEqual([]);
    expect(await modeOf(pipe)).toBe("666");
    expect(await close({ path: "/nowhere/at/all" })).toEqual([]);
  });

  it("is ignored where files have no owners", async () => {
    const path = await openFile();
    const said: string[] = [];
    const options = { uid: undefined, warn: (message: string) => said.push(message) };
    await closeToOthers({ path, advice: "Make another." }, options);
    expect(said).toEqual([]);
    expect(await modeOf(path)).toBe("646");
  });
});
