import { chmod, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it, onTestFinished } from "vitest";
import { type FileSystem, nodeFileSystem } from "../file-system.ts";
import { makePrivateFolder } from "./private-folder.ts";

const modeOf = async (folder: string) => (await stat(folder)).mode & 0o777;

/** A file system on which every open fails. */
const failing = (code: string): FileSystem => ({
  ...nodeFileSystem,
  open: () => Promise.reject(Object.assign(new Error(code), { code })),
});

describe("a private folder", () => {
  it("is created with its parents, for its owner alone, whatever the umask", async () => {
    const home = await newFolder();
    const former = process.umask(0o277);
    onTestFinished(() => void process.umask(former));
    await makePrivateFolder(join(home, "a/b/c"));
    for (const folder of ["a", "a/b", "a/b/c"]) {
      expect(await modeOf(join(home, folder)), folder).toBe(0o700);
    }
  });

  it("is durable with its parents before anything is put into it", async () => {
    const home = await newFolder();
    const synced: string[] = [];
    const watched: FileSystem = {
      ...nodeFileSystem,
      open: async (...given) => {
        synced.push(String(given[0]));
        return nodeFileSystem.open(...given);
      },
    };
    await makePrivateFolder(join(home, "a/b"), watched);
    expect(synced).toEqual([home, join(home, "a")]);
    await makePrivateFolder(join(home, "a/b"), watched);
    expect(synced).toHaveLength(2);
  });

  it("is created in an unreadable folder, although its name can't be synced there", async () => {
    const home = await newFolder();
    await makePrivateFolder(join(home, "a"), failing("EACCES"));
    expect(await modeOf(join(home, "a"))).toBe(0o700);
    const broken = makePrivateFolder(join(home, "b"), failing("EIO"));
    await expect(broken).rejects.toMatchObject({ code: "EIO" });
  });

  it("stays unchanged if it exists already", async () => {
    const home = await newFolder();
    await chmod(home, 0o755);
    await makePrivateFolder(home);
    expect(await modeOf(home)).toBe(0o755);
  });

  it("is created once by many processes at once", async () => {
    const folder = join(await newFolder(), "a/b");
    await Promise.all(Array.from({ length: 20 }, () => makePrivateFolder(folder)));
    expect(await modeOf(folder)).toBe(0o700);
  });

  it("is refused if a file is in the way", async () => {
    const file = join(await newFolder(), "file");
    await writeFile(file, "");
    await expect(makePrivateFolder(file)).rejects.toMatchObject({ code: "EEXIST" });
    await expect(makePrivateFolder(join(file, "a"))).rejects.toMatchObject({ code: "ENOTDIR" });
  });

  it.runIf(process.platform === "linux")("is refused where nobody can create folders", async () => {
    await expect(makePrivateFolder("/proc/outlay/data")).rejects.toMatchObject({ code: "ENOENT" });
  });
});
