import { execFileSync } from "node:child_process";
import { chmod, chown, mkdir, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { checkDataFolder, lookIntoFolder, UnfitFolder } from "./own-folder.ts";

const uid = process.getuid?.();

/** The reason why a folder can't be Outlay's; undefined if it can. */
const whyNot = (folder: string, user = uid): Promise<string | undefined> =>
  checkDataFolder(folder, user).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof UnfitFolder)) throw error;
      return error.message;
    },
  );

/** A folder with these files in it. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe("a folder that can be Outlay's", () => {
  it("is one that doesn't exist yet, an empty one, or the target of a link", async () => {
    const folder = await newFolder();
    expect(await whyNot(join(folder, "new/er"))).toBeUndefined();
    expect(await whyNot(folder)).toBeUndefined();
    const link = join(await newFolder(), "link");
    await symlink(folder, link);
    expect(await whyNot(link)).toBeUndefined();
  });

  it.each([
    [{ "outlay.json": "", "thesis.txt": "" }, true],
    [{ "journal.3.jsonl": "", "writer.2.lock": "", "jwt-secret": "" }, false],
    [{ "writer.1.lock": "", ".outlay.json.1.outlay-tmp": "" }, false],
    [{ "outlay.json": "", "config.json": '{"version":1}' }, true],
    [{ "lost+found": "", ".DS_Store": "" }, false],
    [{ "jwt-secret": "" }, false],
    [{ "replaced-2026-11-22T12-00-00.000Z": "" }, false],
  ])("holds data of Outlay's, or nothing that belongs to anybody: %j", async (files, isShared) => {
    const folder = await folderWith(files);
    expect(await checkDataFolder(folder, uid)).toEqual({ isShared });
  });
});

const contentsOf = async (files: Readonly<Record<string, string>>) =>
  lookIntoFolder(await folderWith(files), uid);

describe("a folder for settings", () => {
  it("may hold other files", async () => {
    const [none, others] = [{ hasOthersSettings: false }, { hasOthersSettings: true }];
    const ours = '{"version":1,"profiles":{}}';
    for (const name of ["session-1f.3.lock", ".DS_Store"]) {
      expect(await contentsOf({ "config.json": ours, [name]: "" })).toMatchObject({
        hasOthers: false,
        ...none,
      });
    }
    expect(await contentsOf({ "config.json": ours, ".git": "" })).toMatchObject({
      hasOthers: true,
      ...none,
    });
    expect(await contentsOf({ "config.json": '{"version": 1,' })).toMatchObject(none);
    for (const theirs of ['{"auths":{}}', '{"version":2}', "[]", "null", "1"]) {
      const files = { "config.json": theirs, "package.json": '{"version":1}' };
      expect(await contentsOf(files), theirs).toMatchObject(others);
    }
  });

  it("may hold somebody's pipe, on which nothing blocks", async () => {
    const folder = await newFolder();
    execFileSync("mkfifo", [join(folder, "config.json")]);
    expect(await lookIntoFolder(folder, uid)).toMatchObject({ hasOthersSettings: true });
  });

  it("is Outlay's if it or its data folder holds a lock or data, whatever the settings say", async () => {
    const spoilt = { "config.json": "{}" };
    for (const name of ["session-1f.3.lock", "outlay.json"]) {
      expect(await contentsOf({ ...spoilt, [name]: "" })).toMatchObject({
        hasOthersSettings: false,
      });
    }
    const folder = await folderWith(spoilt);
    await mkdir(join(folder, "data"));
    await writeFile(join(folder, "data/photo.jpg"), "");
    expect(await lookIntoFolder(folder, uid)).toMatchObject({ hasOthersSettings: true });
    for (const name of ["journal.1.jsonl", "writer.1.lock"]) {
      await writeFile(join(folder, "data", name), "");
      expect(await lookIntoFolder(folder, uid)).toMatchObject({ hasOthersSettings: false });
      await rm(join(folder, "data", name));
    }
  });

  it("may hold a data folder, which another command may just have created", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "data"));
    expect(await lookIntoFolder(folder, uid)).toEqual({
      hasOthers: false,
      hasOthersSettings: false,
    });
  });
});

describe("a folder that can't be Outlay's", () => {
  it("is the root folder, under any name", async () => {
    const link = join(await newFolder(), "link");
    await symlink("/", link);
    for (const path of ["/", "//", "/..", link]) expect(await whyNot(path)).toMatch("root folder");
  });

  it("is a link that points to itself", async () => {
    const link = join(await newFolder(), "link");
    await symlink(link, link);
    expect(await whyNot(link)).toBe(`${link} is a link that points to itself.`);
  });

  it("is a file, a device, a pipe, or something below one", async () => {
    const file = join(await folderWith({ file: "" }), "file");
    const pipe = join(await newFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [file, pipe, "/dev/null"])
      expect(await whyNot(path)).toMatch(/isn't a folder/);
    expect(await whyNot(join(file, "below"))).toMatch(/isn't a folder/);
  });

  it.each([
    { "thesis.txt": "" },
    { ".bashrc": "", data: "" },
    { www: "", "writer.1.lock": "" },
    { photos: "", "jwt-secret": "" },
    { "replaced-photos": "" },
    { "index.html": "", "config.json": '{"version":1}' },
    { "yarn.lock": "", "session-1f.3.lock": "" },
  ])("holds files of somebody or something else: %j", async (files) => {
    const folder = await folderWith(files);
    expect(await whyNot(folder)).toMatch("no data of Outlay");
  });

  it("is open to everybody or belongs to another user, unless it is an administrator's and read-only", async () => {
    const folder = await newFolder();
    const { uid: owner } = await stat(folder);
    const other = owner + 1000;
    expect(await whyNot(folder, other)).toBe(
      owner === 0 ? undefined : `${folder} belongs to user ${owner}, not to you.`,
    );
    await chmod(folder, 0o777);
    expect(await whyNot(folder, other)).toMatch(`belongs to user ${owner}`);
    await chmod(folder, 0o1777);
    expect(await whyNot(folder)).toMatch("open to everybody");
    // Modes mean nothing where files have no owners.
    expect(await checkDataFolder(folder, undefined)).toEqual({ isShared: false });
  });

  it("belongs to another user, unless the user is root", async () => {
    const folder = await newFolder();
    if (uid === 0) await chown(folder, 4711, 4711);
    const { uid: owner } = await stat(folder);
    expect(await whyNot(folder, owner + 1)).toMatch(`belongs to user ${owner}`);
    expect(await whyNot(folder, 0)).toBeUndefined();
  });

  it("stays unchanged", async () => {
    const folder = await folderWith({ "thesis.txt": "" });
    await chmod(folder, 0o755);
    await whyNot(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
  });
});
