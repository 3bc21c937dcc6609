import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { createServerContext } from "../../../create-server-context.ts";
import { newFolder } from "@outlay/testing";
import { lunch, openTestStore } from "../../../testing/test-store.ts";
import { StorageUnavailable } from "../../store-errors.ts";

const uid = process.getuid?.();
const modeOf = async (path: string) => ((await stat(path)).mode & 0o7777).toString(8);

/** A data folder that was used, and its key. */
async function usedFolder() {
  const folder = await newFolder();
  const store = await openTestStore({ folder });
  await store.users.create("ada", "hash");
  await store.expenses.create(1, lunch);
  await store.close();
  const key = join(folder, "jwt-secret");
  await writeFile(key, "x".repeat(64), { mode: 0o600 });
  return { folder, key, snapshot: join(folder, "outlay.json") };
}

/** The messages when the data are opened. */
async function open(folder: string, own: boolean): Promise<string[]> {
  const said: string[] = [];
  const report = (message: string) => void said.push(message);
  const store = await openTestStore({ folder, own, uid, report });
  await store.close();
  return said;
}

describe("a data folder that is open to other users", () => {
  it.each([
    ["a server", true],
    ["a command", false],
  ])(
    "is closed to them together with Outlay's files in it by %s, which says so",
    async (_, own) => {
      const { folder, key, snapshot } = await usedFolder();
      await chmod(folder, 0o777);
      await chmod(key, 0o666);
      await chmod(snapshot, 0o640);

      const said = await open(folder, own);

      expect(said).toHaveLength(3);
      expect(said.join("\n")).toContain(`${folder} was open to other users (mode 777); changed`);
      expect(said.join("\n")).toContain(`${snapshot} was open to other users (mode 640); changed`);
      expect(said.join("\n")).toMatch(
        /jwt-secret was open to other users \(mode 666\); changed to 600\. .*remove it/,
      );
      const modes = await Promise.all([folder, key, snapshot].map(modeOf));
      expect(modes).toEqual(["700", "600", "600"]);
      expect(await open(folder, own)).toEqual([]);
    },
  );

  it("stays open if it holds other files, except for Outlay's own", async () => {
    const { folder, snapshot } = await usedFolder();
    const mine = join(folder, "notes.txt");
    await writeFile(mine, "");
    await chmod(mine, 0o644);
    await chmod(folder, 0o755);
    expect(await open(folder, true)).toEqual([]);
    await chmod(folder, 0o777);
    await chmod(snapshot, 0o640);
    const said = (await open(folder, false)).join("\n");
    expect(said).toContain(
      `Other users may write in ${folder} (mode 777), which was left as it is`,
    );
    expect(said).toContain(`${snapshot} was open to other users (mode 640); changed`);
    expect(await Promise.all([folder, snapshot, mine].map(modeOf))).toEqual(["777", "600", "644"]);
  });

  it("can be replaced by users who may write above it, as a server warns", async () => {
    const above = await newFolder();
    const folder = join(above, "data");
    expect(await open(folder, true)).toEqual([]);
    await chmod(above, 0o777);
    expect(await open(folder, true)).toEqual([
      expect.stringContaining(
        `because they may write in ${above} (mode 777). Try: chmod go-w ${above}`,
      ),
    ]);
    expect(await open(folder, false)).toEqual([]);
  });

  it("may have a key behind a link, as in a container, which stays open with a warning", async () => {
    const { folder, key } = await usedFolder();
    const target = join(await newFolder(), "key");
    await rename(key, target);
    await symlink(target, key);
    await chmod(target, 0o644);
    expect(await open(folder, false)).toEqual([expect.stringContaining("was left as it is")]);
    expect(await modeOf(target)).toBe("644");
  });
});

describe("a folder that isn't Outlay's", () => {
  it("is refused with a way out, and stays unchanged", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "thesis.txt"), "");
    await chmod(folder, 0o755);
    for (const path of [folder, join(folder, "thesis.txt"), "/", "/dev/null"]) {
      const opening = openTestStore({ folder: path, uid });
      await expect(opening).rejects.toThrow(StorageUnavailable);
      await expect(opening).rejects.toThrow("Set OUTLAY_DATA to a folder that only Outlay uses.");
    }
    expect(await readdir(folder)).toEqual(["thesis.txt"]);
    expect(await modeOf(folder)).toBe("755");
  });

  it.each([
    ["outlay.json", ""],
    ["outlay.json", '{"name": "outlay", "version": "1.2.3"}'],
    ["journal.1.jsonl", '{"entry":"Dear diary"}\n'],
    ["jwt-secret", "short"],
  ])("stays unchanged even if a file has a name like Outlay's: %s with %s", async (name, text) => {
    for (const own of [true, false]) {
      const folder = await newFolder();
      const path = join(folder, name);
      await writeFile(path, text);
      await chmod(path, 0o644);
      await chmod(folder, 0o755);
      const said: string[] = [];
      const report = (message: string) => void said.push(message);
      const context = createServerContext({
        dataFolder: folder,
        label: "test",
        own,
        jwtSecret: undefined,
        isRegistrationOpen: true,
        clock: () => new Date(),
        report,
      });
      await expect(context).rejects.toThrow(path);
      expect(said).toEqual([]);
      expect(await readFile(path, "utf8")).toBe(text);
      expect([await modeOf(folder), await modeOf(path)]).toEqual(["755", "644"]);
    }
  });

  it("may be one that was only just created, and is empty", async () => {
    const folder = join(await newFolder(), "data");
    await mkdir(folder);
    await chmod(folder, 0o755);
    expect(await open(folder, false)).toHaveLength(1);
    expect(await modeOf(folder)).toBe("700");
  });
});

it("a snapshot that is a link is never replaced: acknowledged changes stay in the journal, with a report", async () => {
  const { folder, snapshot } = await usedFolder();
  const elsewhere = join(await newFolder(), "outlay.json");
  await rename(snapshot, elsewhere);
  await symlink(elsewhere, snapshot);
  const said: string[] = [];
  const report = (message: string) => void said.push(message);
  const store = await openTestStore({ folder, own: false, uid, report });
  await store.expenses.create(1, { ...lunch, description: "Tea" });
  await store.close();
  expect(said.join()).toContain("is a link");
  const again = await openTestStore({ folder, own: false });
  expect(await again.expenses.list(1)).toHaveLength(2);
});
