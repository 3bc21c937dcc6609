/**
 * A disk may fail at any step: the answer is a refusal, memory and disk agree, and the store goes on.
 */
import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type Fault, faultyDisk } from "../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import {
  bankFile,
  contentOf,
  food,
  fromBank,
  lunch,
  openTestStore,
} from "../../testing/test-store.ts";
import type { Store } from "../store.ts";
import { StorageFull, StorageUnavailable } from "../store-errors.ts";

const userId = 1;
// Small limits, so that the few changes below are folded several times.
const foldLimits = { minJournalBytes: 600, smallDataBytes: 0 };

type Step = (store: Store) => Promise<unknown>;

/** Each step changes something, whatever happened to the others. */
const scenario: readonly Step[] = [
  (store) => store.expenses.create(userId, { ...lunch, externalId: "bank-1" }),
  (store) => store.expenses.create(userId, { ...lunch, description: "Tea" }),
  (store) => store.budgets.create(userId, food),
  (store) => store.expenses.update(userId, 1, (current) => ({ ...current, amountCents: 1 })),
  (store) => store.expenses.remove(userId, 1),
  (store) => store.expenses.restore(userId, 2),
  (store) => store.users.changePassword(userId, "new"),
  (store) => store.users.create("grace", "hash"),
  (store) => store.refreshTokens.revoke("token", "9999-01-01T00:00:00.000Z"),
  (store) =>
    Promise.all(
      ["a", "b", "c"].map((name) => store.expenses.create(userId, { ...lunch, externalId: name })),
    ),
  (store) => store.imports.add(userId, bankFile, fromBank("bank-1", "bank-2", "bank-3")),
  (store) => store.imports.addTo(userId, 1, fromBank("bank-3", "bank-4")),
  (store) => store.imports.revert(userId, 1),
  // During these changes the fold under way runs to its end.
  ...Array.from(
    { length: 8 },
    (): Step => (store) => store.expenses.create(userId, { ...lunch, description: "later" }),
  ),
];

const isRefusal = (error: unknown) =>
  error instanceof StorageUnavailable || error instanceof StorageFull;

interface Run {
  /** The number of file system steps that it took. */
  stepCount: number;
  refusals: unknown[];
}

/** Makes the changes on a disk that fails at a given step, and looks at the content after each. */
async function run(isFaulty: (step: number, name: string) => boolean, fault: Fault): Promise<Run> {
  const folder = await newFolder();
  const disk = faultyDisk();
  const store = await openTestStore({ folder, fs: disk.fs, foldLimits });
  await store.users.create("ada", "hash");
  for (const description of ["one", "two"]) {
    await store.expenses.create(userId, { ...lunch, description });
  }
  await store.expenses.remove(userId, 2);
  await store.imports.add(userId, bankFile, fromBank("bank-2"));
  const refusals: unknown[] = [];
  // The content before and after each refused change.
  const before: unknown[] = [];
  const after: unknown[] = [];

  disk.fail(isFaulty, fault);
  for (const step of scenario) {
    const content = await contentOf(store, userId);
    try {
      await step(store);
    } catch (error) {
      refusals.push(error);
      before.push(content);
      after.push(await contentOf(store, userId));
    }
  }
  expect(after).toEqual(before);
  const stepCount = disk.steps.length;

  // From here on the disk works again.
  disk.fail(() => false);
  const { record } = await store.expenses.create(userId, { ...lunch, externalId: "after" });
  const content = await contentOf(store, userId);
  expect(content.expenses).toContainEqual(record);
  const reader = await openTestStore({ folder, own: false });
  expect(await contentOf(reader, userId)).toEqual(content);
  await store.close();
  const again = await openTestStore({ folder });
  expect(await contentOf(again, userId)).toEqual(content);
  await again.close();
  return { stepCount, refusals };
}

const faults: readonly Fault[] = [{ code: "EIO" }, { code: "ENOSPC", isShortWrite: true }];

describe.each(faults)("a disk that fails with $code", (fault) => {
  const Refused = fault.code === "ENOSPC" ? StorageFull : StorageUnavailable;

  it("once, at any step, loses nothing, and the store goes on", async () => {
    const { stepCount } = await run(() => false, fault);
    expect(stepCount).toBeGreaterThan(2 * scenario.length);
    let refused = 0;
    for (let faulty = 0; faulty < stepCount; faulty += 1) {
      const { refusals } = await run((step) => step === faulty, fault);
      for (const error of refusals) expect(error).toBeInstanceOf(Refused);
      refused += refusals.length;
    }
    // A change is refused if its own write or sync fails; a failed fold refuses nobody.
    expect(refused).toBeGreaterThan(scenario.length);
    expect(refused).toBeLessThan(stepCount);
  });

  it("from any step on, until it is repaired, loses nothing, and the store refuses everything", async () => {
    const { stepCount } = await run(() => false, fault);
    for (let from = 0; from < stepCount; from += 3) {
      const { refusals } = await run((step) => step >= from, fault);
      expect(refusals.every(isRefusal)).toBe(true);
    }
    const { refusals } = await run(() => true, fault);
    expect(refusals).toHaveLength(scenario.length);
  });
});

describe.each(["open", "write", "datasync", "sync", "rename", "rm", "stat", "readdir", "chmod"])(
  "a disk on which every %s fails",
  (name) => {
    it("loses nothing, and the store goes on when it is repaired", async () => {
      const { refusals } = await run((_step, step) => step === name, { code: "EIO" });
      expect(refusals.every(isRefusal)).toBe(true);
    });
  },
);

it("reports a fold that failed, and folds later", async () => {
  const folder = await newFolder();
  const disk = faultyDisk();
  const reports: string[] = [];
  const store = await openTestStore({
    folder,
    fs: disk.fs,
    foldLimits,
    report: (message) => reports.push(message),
  });
  await store.users.create("ada", "hash");
  disk.fail((_step, name) => name === "rename", { code: "ENOSPC" });
  while (reports.length === 0) await store.expenses.create(userId, lunch);
  expect(reports[0]).toContain("could not be folded into outlay.json (ENOSPC)");
  expect(await readdir(folder)).not.toContain("outlay.json");
  disk.fail(() => false);
  while (!(await readdir(folder)).includes("outlay.json")) {
    await store.expenses.create(userId, lunch);
  }
  await store.close();
});

it("reads everything again that it could not read to the end", async () => {
  for (let faulty = 0; faulty < 12; faulty += 1) {
    const folder = await newFolder();
    const disk = faultyDisk();
    const reader = await openTestStore({ folder, own: false, fs: disk.fs });
    const writer = await openTestStore({ folder });
    await writer.users.create("ada", "hash");
    await writer.close();
    disk.fail((step) => step === faulty);
    const refused = await reader.users.findById(userId).then(() => undefined, isRefusal);
    expect(refused).not.toBe(false);
    disk.fail(() => false);
    expect(await reader.users.findById(userId)).toMatchObject({ username: "ada" });
  }
});
