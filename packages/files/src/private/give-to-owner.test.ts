import { chmod, chown, stat } from "node:fs/promises";
import { join } from "node:path";
import { newFolder } from "@outlay/testing";
import { describe, expect, it } from "vitest";
import { makePrivateFolder } from "./private-folder.ts";
import { replaceFile } from "../replacing/replace-file.ts";

const isRoot = process.getuid?.() === 0;
const ada = 4711;

async function folderOf(uid: number, mode: number): Promise<string> {
  const folder = await newFolder();
  await chown(folder, uid, uid);
  await chmod(folder, mode);
  return folder;
}

async function ownerOf(path: string): Promise<[uid: number, gid: number]> {
  const { uid, gid } = await stat(path);
  return [uid, gid];
}

/** Creates a file in the folder and returns its owner. */
async function ownerOfNew(folder: string): Promise<[uid: number, gid: number]> {
  const path = join(folder, "file");
  await replaceFile(path, (file) => file.writeFile("new"));
  return ownerOf(path);
}

// Only root can give files away.
describe.runIf(isRoot)("a file that root creates in a folder", () => {
  it("of one user alone belongs to that user", async () => {
    expect(await ownerOfNew(await folderOf(ada, 0o700))).toEqual([ada, ada]);
  });

  it("of root, or one that others share, belongs to root", async () => {
    expect(await ownerOfNew(await folderOf(0, 0o700))).toEqual([0, 0]);
    expect(await ownerOfNew(await folderOf(ada, 0o755))).toEqual([0, 0]);
  });

  it("of a user belongs to that user even as a folder, with all files created in it", async () => {
    const home = await folderOf(ada, 0o755);
    const folder = join(home, ".local/share/outlay");
    await makePrivateFolder(folder);
    for (const path of [".local", ".local/share", ".local/share/outlay"]) {
      expect(await ownerOf(join(home, path)), path).toEqual([ada, ada]);
    }
    expect(await ownerOfNew(folder)).toEqual([ada, ada]);
    const own = join(await folderOf(0, 0o755), "outlay");
    await makePrivateFolder(own);
    expect(await ownerOf(own)).toEqual([0, 0]);
  });
});
