import { copyFile, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { nodeFileSystem } from "@outlay/files";
import { describe, expect, it, onTestFinished } from "vitest";
import { faultyDisk } from "../../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import {
  bankFile,
  contentOf,
  food,
  fromBank,
  lunch,
  openTestStore,
} from "../../../testing/test-store.ts";
import type { FoundBackup } from "../../store.ts";
import { BackupExists, BadBackup, DataDamaged, StorageUnavailable } from "../../store-errors.ts";
import { backUp } from "./backup.ts";
import { restore, type RestoreOptions } from "./restore.ts";

const clock = () => new Date();
const report = () => undefined;
const agree = () => Promise.resolve();

interface Sample extends RestoreOptions {
  folder: string;
  path: string;
}

/** A data folder in which some changes are folded and some are not, and a name for a backup of it. */
async function sample(): Promise<Sample> {
  const root = await newFolder();
  const folder = join(root, "data");
  const store = await openTestStore({ folder });
  await store.users.create("ada", "hash");
  await store.expenses.create(1, { ...lunch, externalId: "bank-1" });
  await store.budgets.create(1, food);
  await store.close();
  const unfolded = { minJournalBytes: 1e9, smallDataBytes: 0 };
  const again = await openTestStore({ folder, foldLimits: unfolded });
  await again.expenses.create(1, { ...lunch, description: "removed" });
  await again.expenses.remove(1, 2);
  await again.imports.add(1, bankFile, fromBank("bank-1"));
  await again.close();
  const path = join(root, "backup.json");
  return { folder, path, fs: nodeFileSystem, clock, label: "test", patienceMs: 0, report };
}

/** The content without the marks that tokens carry, which never return with a backup (`restored-access.test.ts`). */
async function contentIn(folder: string) {
  const store = await openTestStore({ folder, own: false });
  const { user, ...content } = await contentOf(store, 1);
  return { ...content, user: user && { ...user, passwordVersion: 0, sessionMark: "" } };
}

describe("a backup", () => {
  it("is a single private file with everything, including the journal's changes and the trash", async () => {
    const options = await sample();
    const before = await contentIn(options.folder);
    const made = await backUp(options, false);
    expect(made).toMatchObject({ usernames: ["ada"], expenses: 1, budgets: 1, imports: 1 });
    expect((await stat(options.path)).mode & 0o777).toBe(0o600);
    expect((await stat(options.path)).size).toBe(made.sizeBytes);

    const elsewhere = { ...options, folder: join(await newFolder(), "data") };
    const restored = await restore(elsewhere, agree);

    expect(restored).toMatchObject({ usernames: ["ada"], isWhole: true, keptIn: null });
    expect(await contentIn(elsewhere.folder)).toEqual(before);
  });

  it("is of one moment while a server goes on writing and folding", async () => {
    const options = await sample();
    const foldLimits = { minJournalBytes: 2000, smallDataBytes: 0 };
    const server = await openTestStore({ folder: options.folder, foldLimits });
    const over = new AbortController();
    const writing = (async () => {
      // Each expense has the number of those before it, so that a gap would show.
      for (let number = 1; !over.signal.aborted; number += 1) {
        await server.expenses.create(1, { ...lunch, amountCents: number });
      }
    })();
    onTestFinished(() => server.close());
    for (let count = 0; count < 20; count += 1) {
      await backUp(options, true);
      const elsewhere = { ...options, folder: join(await newFolder(), "data") };
      await restore(elsewhere, agree);
      const { expenses } = await contentIn(elsewhere.folder);
      const numbers = expenses.slice(1).map(({ amountCents }) => amountCents);
      expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    }
    over.abort();
    await writing;
  });

  it("replaces no file unless told to, and never a file of the data folder", async () => {
    const options = await sample();
    await writeFile(options.path, "a letter");
    await expect(backUp(options, false)).rejects.toThrow(BackupExists);
    expect(await readFile(options.path, "utf8")).toBe("a letter");
    await backUp(options, true);
    const inside = { ...options, path: join(options.folder, "outlay.json") };
    await expect(backUp(inside, true)).rejects.toThrow(BadBackup);
    const link = join(await newFolder(), "link");
    await symlink(options.folder, link);
    await expect(backUp({ ...inside, folder: link }, true)).rejects.toThrow(BadBackup);
  });

  it("isn't made of an empty folder, of damaged data, or where it can't be written", async () => {
    const options = await sample();
    const nowhere = { ...options, folder: join(await newFolder(), "nowhere") };
    await expect(backUp(nowhere, false)).rejects.toThrow(BadBackup);
    const unwritable = { ...options, path: join(options.folder, "..", "nowhere", "backup.json") };
    await expect(backUp(unwritable, false)).rejects.toThrow(StorageUnavailable);
    await writeFile(join(options.folder, "outlay.json"), "{");
    await expect(backUp(options, false)).rejects.toThrow(DataDamaged);
    await expect(stat(options.path)).rejects.toThrow("ENOENT");
  });
});

describe("restoring", () => {
  it("keeps the replaced data, reuses no id and leaves revoked tokens revoked", async () => {
    const options = await sample();
    await backUp(options, false);
    const store = await openTestStore(options);
    const { record } = await store.expenses.create(1, { ...lunch, description: "later" });
    const { batch } = await store.imports.add(1, bankFile, fromBank("bank-2"));
    await store.refreshTokens.revoke("token", "9999-01-01T00:00:00.000Z");
    await store.close();
    const replaced = await contentIn(options.folder);

    const { keptIn } = await restore(options, agree);

    const again = await openTestStore(options);
    expect(await again.expenses.list(1)).toMatchObject([{ externalId: "bank-1" }]);
    expect(await again.refreshTokens.isRevoked("token")).toBe(true);
    expect((await again.expenses.create(1, lunch)).record.id).toBe(record.id + 2);
    expect((await again.imports.add(1, bankFile, [])).batch.id).toBe(batch.id + 1);
    await again.close();
    const back = { ...options, path: join(keptIn ?? "", "outlay.json") };
    expect(await restore(back, agree)).toMatchObject({ isWhole: true });
    expect(await contentIn(options.folder)).toEqual(replaced);
  });

  it("restores API keys, except those revoked since", async () => {
    const options = await sample();
    const store = await openTestStore(options);
    const cron = { name: "cron", scope: "read", expiresAt: null } as const;
    for (const secretHash of ["one", "two"]) await store.apiKeys.create(1, { ...cron, secretHash });
    await backUp(options, false);
    await store.apiKeys.revoke(1, 1);
    await store.close();
    expect(await restore(options, agree)).toMatchObject({ apiKeys: 2 });
    expect((await contentIn(options.folder)).apiKeys).toMatchObject([{ id: 2 }]);
  });

  it("shows what it has found before anything is touched, and accepts a refusal", async () => {
    const options = await sample();
    await backUp(options, false);
    const before = await readdir(options.folder);
    const found: FoundBackup[] = [];
    const restoring = restore(options, (backup) => {
      found.push(backup);
      return Promise.reject(new Error("no"));
    });
    await expect(restoring).rejects.toThrow("no");
    expect(found).toMatchObject([
      { usernames: ["ada"], expenses: 1, budgets: 1, imports: 1, apiKeys: 0, isWhole: true },
    ]);
    expect(await readdir(options.folder)).toEqual(before);
  });

  it("verifies the backup first: a damaged or missing one changes nothing", async () => {
    const options = await sample();
    await backUp(options, false);
    const before = await readdir(options.folder);
    const text = await readFile(options.path, "utf8");
    await writeFile(options.path, text.replace("Lunch", "Lunck"));
    await expect(restore(options, agree)).rejects.toThrow(/backup\.json, line 6: its checksum/);
    await rm(options.path);
    await expect(restore(options, agree)).rejects.toThrow(BadBackup);
    await mkdir(options.path);
    await expect(restore(options, agree)).rejects.toThrow(BadBackup);
    expect(await readdir(options.folder)).toEqual(before);
  });

  it("repairs a folder with damaged data, and keeps those", async () => {
    const options = await sample();
    const before = await contentIn(options.folder);
    await backUp(options, false);
    await writeFile(join(options.folder, "outlay.json"), "damaged");
    const { keptIn } = await restore(options, agree);
    expect(await contentIn(options.folder)).toEqual(before);
    expect(await readFile(join(keptIn ?? "", "outlay.json"), "utf8")).toBe("damaged");
    const store = await openTestStore(options);
    await store.expenses.create(1, lunch);
    await store.close();
    expect((await contentIn(options.folder)).expenses).toHaveLength(2);
  });

  it("accepts a folder's snapshot without its journal, and says what it is", async () => {
    const options = await sample();
    await copyFile(join(options.folder, "outlay.json"), options.path);
    expect(await restore(options, agree)).toMatchObject({ isWhole: false, expenses: 1 });
    expect((await contentIn(options.folder)).removedExpenses).toEqual([]);
  });

  it("waits for no server that owns the folder", async () => {
    const options = await sample();
    await backUp(options, false);
    const server = await openTestStore(options);
    onTestFinished(() => server.close());
    await expect(restore(options, agree)).rejects.toThrow(/held by process \d+ \(test\)/);
  });

  it("leaves the old data or the new, whichever step of the disk fails", async () => {
    const original = await sample();
    const { folder } = original;
    const old = await contentIn(folder);
    await backUp(original, false);
    const store = await openTestStore({ folder });
    await store.expenses.create(1, { ...lunch, description: "later" });
    await store.close();
    const present = await contentIn(folder);
    const outcomes = new Set<string>();
    for (let faulty = 0; faulty < 200; faulty += 1) {
      const copy = join(await newFolder(), "data");
      await mkdir(copy);
      for (const name of await readdir(folder)) {
        if (name.endsWith("json") || name.endsWith("jsonl")) {
          await copyFile(join(folder, name), join(copy, name));
        }
      }
      const disk = faultyDisk();
      const options = { ...original, folder: copy, fs: disk.fs };
      disk.fail((step) => step === faulty);
      const [done] = await Promise.allSettled([restore(options, agree)]);
      const outcome = done.status === "fulfilled" ? "restored" : "refused";
      outcomes.add(outcome);
      const content = await contentIn(copy);
      const allowed = outcome === "restored" ? [old] : [old, present];
      expect(allowed).toContainEqual(content);
      const replaced = (await readdir(copy)).filter((name) => name.startsWith("replaced-"));
      const isNew = JSON.stringify(content) === JSON.stringify(old);
      expect(replaced).toHaveLength(isNew ? 1 : 0);
      if (disk.steps.length <= faulty) break;
    }
    expect(outcomes).toEqual(new Set(["restored", "refused"]));
  });
});
