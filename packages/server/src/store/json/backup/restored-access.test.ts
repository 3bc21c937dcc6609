/** Access revoked after a backup was made doesn't return with the backup. */
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { newFolder } from "@outlay/testing";
import { contentOf, openTestStore } from "../../../testing/test-store.ts";
import { backUp } from "./backup.ts";
import { restore, type RestoreOptions } from "./restore.ts";

const clock = () => new Date();
const agree = () => Promise.resolve();

async function folderOfAda(): Promise<RestoreOptions> {
  const root = await newFolder();
  const folder = join(root, "data");
  const store = await openTestStore({ folder });
  await store.users.create("ada", "hash");
  await store.close();
  const path = join(root, "backup.json");
  return {
    folder,
    path,
    fs: nodeFileSystem,
    clock,
    label: "test",
    patienceMs: 0,
    report: () => undefined,
  };
}

const contentIn = async (folder: string) =>
  contentOf(await openTestStore({ folder, own: false }), 1);

async function removeAda(folder: string): Promise<void> {
  const store = await openTestStore({ folder });
  await store.users.remove(1);
  await store.close();
}

describe("restoring", () => {
  it("never lowers a password's version, because tokens carry it", async () => {
    const options = await folderOfAda();
    await backUp(options, false);
    const versionNow = async () => (await contentIn(options.folder)).user?.passwordVersion ?? 0;
    const before = await contentIn(options.folder);
    await restore(options, agree);
    // Compared with the account's mark, so its tokens stay valid.
    expect(await contentIn(options.folder)).toEqual(before);
    const store = await openTestStore(options);
    await store.users.changePassword(1, "new");
    await store.close();
    const changed = await versionNow();
    await restore(options, agree);
    expect(await versionNow()).toBeGreaterThan(changed);
  });

  it.each([
    ["into an empty folder", (folder: string) => rm(folder, { recursive: true })],
    ["over what can't be read", (folder: string) => writeFile(join(folder, "outlay.json"), "{")],
    ["after the account was removed", removeAda],
  ])("ends access that may have been revoked since: %s", async (_, change) => {
    const options = await folderOfAda();
    const store = await openTestStore(options);
    await store.apiKeys.create(1, {
      name: "cron",
      scope: "read",
      expiresAt: null,
      secretHash: "one",
    });
    await store.close();
    await backUp(options, false);
    const { user } = await contentIn(options.folder);
    await change(options.folder);
    expect(await restore(options, agree)).toMatchObject({ endedKeys: 1 });
    const content = await contentIn(options.folder);
    expect(content.user?.passwordVersion).toBeGreaterThan(user?.passwordVersion ?? Infinity);
    expect(content.user?.sessionMark).not.toBe(user?.sessionMark);
    expect(content.apiKeys).toEqual([]);
    expect(await restore(options, agree)).toMatchObject({ endedKeys: 0 });
  });
});
