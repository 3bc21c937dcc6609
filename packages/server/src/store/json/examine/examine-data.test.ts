/**
 * Examining a data folder tells whether its data can be read for certain, and what lies beside
 * them.
 */
import { appendFile, mkdir, readFile, rm, truncate, utimes, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type FileSystem, nodeFileSystem, temporaryName } from "@outlay/files";
import { describe, expect, it } from "vitest";
import { changeFolder } from "../../../testing/change-folder.ts";
import { faultyDisk } from "../../../testing/faulty-disk.ts";
import { newFolder } from "@outlay/testing";
import { ofAllKinds } from "../../../testing/records-of-all-kinds.ts";
import { checksNamed, journalName, look, sampleFolder } from "../../../testing/sample-folder.ts";
import { bankFile, fromBank, openTestStore } from "../../../testing/test-store.ts";

const firstFormat = JSON.stringify({
  format: "outlay-1",
  nextIds: { users: 2, expenses: 1, budgets: 1 },
  users: [
    {
      id: 1,
      username: "ada",
      passwordHash: "hash",
      passwordVersion: 1,
      createdAt: "2026-11-22T00:00:00.000Z",
    },
  ],
  expenses: [],
  budgets: [],
  revokedTokens: [],
});

const inAYear = () => new Date(Date.now() + 365 * 24 * 60 * 60 * 1000);

describe("data that can be read", () => {
  it("are counted, with the trash shown separately", async () => {
    const folder = await sampleFolder();
    expect(await checksNamed("data", folder)).toMatchObject([
      { state: "ok", message: "1 account, 2 expenses (and 1 in the trash), 1 budget." },
    ]);
  });

  it("are counted without records that have been in the trash for too long", async () => {
    const folder = await sampleFolder();
    expect(await checksNamed("data", folder, { clock: inAYear })).toMatchObject([
      { message: "1 account, 2 expenses, 1 budget." },
    ]);
  });

  it("are counted with their imports, if there are any", async () => {
    const folder = await sampleFolder();
    const store = await openTestStore({ folder });
    await store.imports.add(1, bankFile, fromBank("bank-1", "bank-2"));
    await store.close();
    expect(await checksNamed("data", folder)).toMatchObject([
      { message: "1 account, 4 expenses (and 1 in the trash), 1 budget, 1 import." },
    ]);
  });

  it("are counted with their categories and exchange rates, if there are any", async () => {
    const folder = await sampleFolder();
    await changeFolder(folder, { put: ofAllKinds });
    expect(await checksNamed("data", folder)).toMatchObject([
      {
        message:
          "1 account, 2 expenses (and 1 in the trash), 1 budget, 1 category, 1 exchange rate.",
      },
    ]);
  });

  it("may have changes only in the journal, until it is folded", async () => {
    const folder = await sampleFolder();
    expect(await checksNamed("journal", folder)).toMatchObject([
      { state: "ok", message: "2 changes in it, not yet in outlay.json." },
    ]);
    const store = await openTestStore({ folder });
    await store.close();
    expect(await checksNamed("journal", folder)).toMatchObject([
      { state: "ok", message: "All changes are in outlay.json." },
    ]);
  });

  it("are none in an empty folder", async () => {
    const { checks, hasData } = await look(await newFolder());
    expect(checks.filter(({ state }) => state !== "ok")).toEqual([]);
    expect(hasData).toBe(false);
  });

  it("in the first format are worth a note", async () => {
    const folder = await newFolder();
    await writeFile(join(folder, "outlay.json"), firstFormat, { mode: 0o600 });
    expect(await checksNamed("format", folder)).toMatchObject([
      { state: "note", hint: expect.stringContaining("outlay-1.json") as string },
    ]);
    expect(await checksNamed("data", folder)).toMatchObject([
      { state: "ok", message: "1 account, 0 expenses, 0 budgets." },
    ]);
  });
});

describe("data that can't be read", () => {
  it.each([
    ["outlay.json", 7],
    [journalName, 2],
  ])("for a wrong byte in %s are a fault with file and line", async (name, line) => {
    const folder = await sampleFolder();
    const path = join(folder, name);
    const text = await readFile(path, "utf8");
    await writeFile(path, text.replace(/Tea|Zürich/, "Oops"));
    const checks = await checksNamed("data", folder);
    expect(checks).toMatchObject([
      { state: "fault", hint: expect.stringMatching(/: outlay restore-backup FILE$/) as string },
    ]);
    expect(checks[0]?.message).toContain(`${path}, line ${line}: `);
  });

  it("for a missing journal are a fault", async () => {
    const folder = await sampleFolder();
    await rm(join(folder, journalName));
    const checks = await checksNamed("data", folder);
    expect(checks).toMatchObject([{ state: "fault" }]);
    expect(checks[0]?.message).toContain(`${join(folder, journalName)} is missing`);
  });

  it("for a failing disk are a fault", async () => {
    const folder = await sampleFolder();
    const disk = faultyDisk();
    disk.fail((_number, name) => name === "open", { code: "EIO" });
    expect(await checksNamed("data", folder, { fs: disk.fs })).toMatchObject([
      { state: "fault", message: "The data can't be read (EIO)." },
    ]);
  });
});

describe("a journal's last line", () => {
  it("that a crash cut short is worth a note", async () => {
    const folder = await sampleFolder();
    const path = join(folder, journalName);
    await truncate(path, (await readFile(path)).length - 20);
    const [check] = await checksNamed("journal", folder);
    expect(check).toMatchObject({
      state: "note",
      message: expect.stringContaining(`the last line of ${journalName} short`) as string,
      hint: expect.stringMatching(/sets the \d+ bytes aside/) as string,
    });
  });

  it("is not considered torn while it is being written", async () => {
    const folder = await sampleFolder();
    const path = join(folder, journalName);
    const whole = await readFile(path);
    await truncate(path, whole.length - 20);
    let looks = 0;
    const open = (async (asked: string, flags: string) => {
      if (asked === path) looks += 1;
      if (asked === path && looks === 2) await appendFile(path, whole.subarray(-20));
      return nodeFileSystem.open(asked, flags);
    }) as FileSystem["open"];
    expect(await checksNamed("journal", folder, { fs: { ...nodeFileSystem, open } })).toMatchObject(
      [{ state: "ok", message: "2 changes in it, not yet in outlay.json." }],
    );
  });
});

describe("a file beside the data", () => {
  it("is reported by kind, with the command that removes it", async () => {
    const folder = await sampleFolder();
    const [torn, first, kept] = [
      "journal.3.jsonl.torn-812",
      "outlay-1.json",
      "replaced-2026-11-22",
    ].map((name) => join(folder, name)) as [string, string, string];
    await writeFile(torn, "{", { mode: 0o600 });
    await writeFile(first, firstFormat, { mode: 0o600 });
    await mkdir(kept, { mode: 0o700 });
    const checks = await checksNamed("leftovers", folder);
    expect(checks.map(({ state }) => state)).toEqual(["note", "note", "note"]);
    expect(checks.map(({ message }) => message.split(":")[0])).toEqual(
      [torn, first, kept].map((path) => basename(path)),
    );
    expect(checks.map(({ hint }) => hint)).toEqual([
      `If you don't need it, remove it with: rm ${torn}`,
      `If you don't need it, remove it with: rm ${first}`,
      `If you don't need it, remove it with: rm -r ${kept}`,
    ]);
  });

  it("is worth keeping while the data can't be read", async () => {
    const folder = await sampleFolder();
    await writeFile(join(folder, "outlay.json"), firstFormat.slice(0, -1), { mode: 0o600 });
    await writeFile(join(folder, "outlay-1.json"), firstFormat, { mode: 0o600 });
    expect(await checksNamed("leftovers", folder)).toMatchObject([
      { state: "note", hint: "Keep it until the data are sound again." },
    ]);
  });

  it("may be an unfinished file of a killed command, but not one being written now", async () => {
    const folder = await sampleFolder();
    const [old, young] = [temporaryName(join(folder, "x")), temporaryName(join(folder, "x"))];
    for (const path of [old, young]) await writeFile(path, "", { mode: 0o600 });
    const longAgo = new Date(Date.now() - 120_000);
    await utimes(old, longAgo, longAgo);
    const checks = await checksNamed("leftovers", folder);
    expect(checks).toMatchObject([{ state: "note" }]);
    expect(checks[0]?.message).toContain(basename(old));
    expect(checks[0]?.message).not.toContain(basename(young));
  });
});
