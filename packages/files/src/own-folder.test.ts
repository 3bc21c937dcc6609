import { execFileSync } from "node:child_process";
import { chmod, mkdir, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkDataFolder, lookIntoFolder, UnfitFolder } from "./own-folder.ts";
import { newFolder } from "./testing/new-folder.ts";

const uid = process.getuid?.();

/** Why a folder can't be Outlay's; undefined if it can. */
const whyNot = (folder: string, user = uid): Promise<string | undefined> =>
  checkDataFolder(folder, user).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof UnfitFolder)) throw error;
      return error.message;
    },
  );

/** One with these files in it. */
async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await newFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

describe("a folder that can be Outlay's", () => {
  it("is one that isn't there yet, an empty one, and one that a link leads to", async () => {
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
  ])(
    "is one with data of Outlay's in it, or nothing that is anybody's: %j",
    async (files, isShared) => {
      const folder = await folderWith(files);
      expect(await checkDataFolder(folder, uid)).toEqual({ isShared });
    },
  );
});

const contentsOf = async (files: Readonly<Record<string, string>>) =>
  lookIntoFolder(await folderWith(files), uid);

describe("a folder for settings", () => {
  it("may have other things in it", async () => {
    const [none, others] = [{ hasOthersSettings: false }, { hasOthersSettings: true }];
    const ours = '{"version":1,"profiles":{}}';
    expect(await contentsOf({ "config.json": ours, "session-1f.3.lock": "" })).toMatchObject({
      hasOthers: false,
      ...none,
    });
    expect(await contentsOf({ "config.json": ours, ".git": "" })).toMatchObject({
      hasOthers: true,
      ...none,
    });
    expect(await contentsOf({ "config.json": '{"version": 1,' })).toMatchObject(none);
    expect(await contentsOf({ "config.json": '{"auths":{}}' })).toMatchObject(others);
  });

  it("may have a folder of data, which another command may just have made", async () => {
    const folder = await newFolder();
    await mkdir(join(folder, "data"));
    expect(await lookIntoFolder(folder, uid)).toEqual({
      hasOthers: false,
      hasOthersSettings: false,
    });
  });
});

describe("a folder that can't be Outlay's", () => {
  it("is the topmost one, under whatever name", async () => {
    const link = join(await newFolder(), "link");
    await symlink("/", link);
    for (const path of ["/", "//", "/..", link]) expect(await whyNot(path)).toMatch("topmost");
  });

  it("is a file, a device, a pipe, or something below one", async () => {
    const file = join(await folderWith({ file: "" }), "file");
    const pipe = join(await newFolder(), "pipe");
    execFileSync("mkfifo", [pipe]);
    for (const path of [file, pipe, "/dev/null"]) expect(await whyNot(path)).toMatch("no folder");
    expect(await whyNot(join(file, "below"))).toMatch("no folder");
  });

  it.each([
    { "thesis.txt": "" },
    { ".bashrc": "", data: "" },
    { www: "", "writer.1.lock": "" },
    { photos: "", "jwt-secret": "" },
    { "replaced-photos": "" },
    { "index.html": "", "config.json": '{"version":1}' },
    { "yarn.lock": "", "session-1f.3.lock": "" },
  ])("is one with the things of somebody or something else: %j", async (files) => {
    const folder = await folderWith(files);
    expect(await whyNot(folder)).toMatch("no data of Outlay's");
  });

  it("is everybody's, or another user's, but an administrator's that can only be read", async () => {
    const folder = await newFolder();
    const { uid: owner } = await stat(folder);
    const other = owner + 1000;
    expect(await whyNot(folder, other)).toBe(
      owner === 0 ? undefined : `${folder} belongs to user ${owner}, and not to you.`,
    );
    await chmod(folder, 0o777);
    expect(await whyNot(folder, other)).toMatch(`belongs to user ${owner}`);
    await chmod(folder, 0o1777);
    expect(await whyNot(folder)).toMatch("for everybody");
  });

  it("stays as it is", async () => {
    const folder = await folderWith({ "thesis.txt": "" });
    await chmod(folder, 0o755);
    await whyNot(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o755);
  });
});
